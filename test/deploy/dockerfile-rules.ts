import { isSecretName, when, type Violations } from './rule.ts';

/** One instruction of a Dockerfile, its continued lines joined. */
export type Instruction = Readonly<{ word: string; rest: string }>;

/** A Dockerfile as read, what is never sent to its builder, and the Node that the repository pins. */
export type Recipe = Readonly<{
  instructions: ReadonlyArray<Instruction>;
  ignored: ReadonlyArray<string>;
  node: string;
}>;

export type RecipeRule = Readonly<{
  name: string;
  violations: (recipe: Recipe) => Violations;
}>;

const linesOf = (text: string): ReadonlyArray<string> =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));

export const readRecipe = (dockerfile: string, dockerignore: string, node: string): Recipe => ({
  instructions: linesOf(dockerfile)
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => {
      const [word = '', ...rest] = line.trim().split(/\s+/);
      return { word: word.toUpperCase(), rest: rest.join(' ') };
    }),
  ignored: linesOf(dockerignore),
  node,
});

const all = ({ instructions }: Recipe, ...words: ReadonlyArray<string>) =>
  instructions.filter(({ word }) => words.includes(word));

/** What makes the image that is kept: from the last FROM on. */
const lastStage = (recipe: Recipe): Recipe => ({
  ...recipe,
  instructions: recipe.instructions.slice(
    recipe.instructions.findLastIndex(({ word }) => word === 'FROM'),
  ),
});

const pinned: RecipeRule['violations'] = (recipe) =>
  all(recipe, 'FROM')
    .filter(({ rest }) => !rest.startsWith(`node:${recipe.node}-bookworm-slim`))
    .map(({ rest }) => `FROM ${rest} is not the Node that package.json pins, ${recipe.node}`);

const noRoot: RecipeRule['violations'] = (recipe) => {
  const user = all(lastStage(recipe), 'USER').at(-1)?.rest ?? 'root';
  return when(
    !/^[1-9]\d*(?::|$)/.test(user),
    `it runs as ${user}: a number that is not 0 is wanted`,
  );
};

const telling: RecipeRule['violations'] = (recipe) => {
  const [check] = all(lastStage(recipe), 'HEALTHCHECK');
  return when(check === undefined || check.rest === 'NONE', 'no health check');
};

const unwritten: RecipeRule['violations'] = (recipe) =>
  all(recipe, 'ENV', 'ARG')
    .filter(({ rest }) => isSecretName(rest))
    .map(({ word, rest }) => `${word} ${rest} stays in the image for whoever has it`);

const signalled: RecipeRule['violations'] = (recipe) =>
  all(lastStage(recipe), 'ENTRYPOINT', 'CMD')
    .filter(({ rest }) => !rest.startsWith('['))
    .map(({ word }) => `${word} runs a shell, which keeps the signal to stop for itself`);

const clean: RecipeRule['violations'] = (recipe) => [
  ...all(lastStage(recipe), 'COPY', 'ADD')
    .filter(({ rest }) => !rest.startsWith('--from='))
    .map(({ word, rest }) => `${word} ${rest} takes sources into the image`),
  ...when(
    all(lastStage(recipe), 'RUN').some(({ rest }) => rest.includes('npm ')),
    'the image is not to install anything',
  ),
];

const locked: RecipeRule['violations'] = (recipe) => {
  const installs = all(recipe, 'RUN')
    .flatMap(({ rest }) => rest.split('&&'))
    .map((command) => command.trim())
    .filter((command) => /^npm (?:ci|i|install|add)\b/.test(command));
  return [
    ...installs
      .filter((command) => !command.startsWith('npm ci'))
      .map((command) => `${command} does not keep to the lockfile`),
    ...when(!installs.at(-1)?.includes('--omit=dev'), 'what only developing needs is not left out'),
  ];
};

const narrow: RecipeRule['violations'] = ({ ignored }) => [
  ...when(ignored[0] !== '*', 'whatever lies about is sent to the builder: begin with *'),
  ...ignored
    .filter((line) => /^!.*(?:\.env|secret)/.test(line))
    .map((line) => `${line} sends secrets to the builder`),
];

export const recipeRules: ReadonlyArray<RecipeRule> = [
  { name: 'every stage begins from the pinned Node', violations: pinned },
  { name: 'it does not run as root', violations: noRoot },
  { name: 'it says how it is', violations: telling },
  { name: 'no secret is written down', violations: unwritten },
  { name: 'it hears signals', violations: signalled },
  { name: 'it holds only what was built', violations: clean },
  { name: 'the lockfile decides what is installed', violations: locked },
  { name: 'the builder gets only what is named', violations: narrow },
];
