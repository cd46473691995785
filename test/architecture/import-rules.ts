import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';
import { type Row, importTable, testTools } from './import-table.ts';

const ours = '^(libs|apps|test)/';
/** A relative import that leads nowhere: the rule `found` names it. */
const missing = '^\\.';
const spec = '\\.spec\\.ts$';
const portsDoor = '^libs/application/src/ports/index\\.ts$';
const kitDoor = '^test/kit/src/index\\.ts$';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A package, where it was resolved to or, when it is not installed, as it was written. */
const packages = (names: ReadonlyArray<string>): string =>
  names.length === 0
    ? '^$'
    : `(^|/node_modules/|^node_modules/)(${names.map(escaped).join('|')})(/|$)`;

const nodeModules = (names: ReadonlyArray<string>): string =>
  names.length === 0 ? '^$' : `^(node:)?(${names.join('|')})$`;

const doors = ({ library, mayImport, ports }: Row): ReadonlyArray<string> => [
  `^libs/${library}/`,
  ...mayImport.map((name) => `^libs/${name}/src/index\\.ts$`),
  ...(ports ? [portsDoor] : []),
];

const forbid = (
  name: string,
  comment: string,
  rule: Pick<IRegularForbiddenRuleType, 'from' | 'to'>,
): IRegularForbiddenRuleType => ({ name, comment, severity: 'error', ...rule });

const rowRules = (row: Row): ReadonlyArray<IRegularForbiddenRuleType> => {
  const sources = { path: `^libs/${row.library}/`, pathNot: spec };
  const specs = { path: `^libs/${row.library}/.*${spec}` };
  const node = row.node ?? [];
  const anyNode = node.includes('.*');
  return [
    forbid(`${row.library}: libraries`, 'The import table says which libraries it may import.', {
      from: sources,
      to: { path: ours, pathNot: [...doors(row)] },
    }),
    forbid(`${row.library}: packages`, 'The import table says which packages it may import.', {
      from: sources,
      to: { dependencyTypesNot: ['core'], pathNot: [ours, missing, packages(row.outside)] },
    }),
    ...(anyNode
      ? []
      : [
          forbid(`${row.library}: Node`, 'The import table says what of Node it may import.', {
            from: sources,
            to: { dependencyTypes: ['core'], pathNot: nodeModules(node) },
          }),
        ]),
    forbid(`${row.library}: specs`, "A spec keeps to its library's row and the test tools.", {
      from: specs,
      to: {
        dependencyTypesNot: ['core'],
        pathNot: [...doors(row), kitDoor, missing, packages([...row.outside, ...testTools])],
      },
    }),
  ];
};

const libraries = importTable.map(({ library }) => library).join('|');

/** The rules that dependency-cruiser holds the tree to. */
export const importRules: ReadonlyArray<IForbiddenRuleType> = [
  ...importTable.flatMap(rowRules),
  forbid('no row', 'A library without a row in the import table may import nothing.', {
    from: { path: '^libs/', pathNot: `^libs/(${libraries})/` },
    to: {},
  }),
  forbid('only through index.ts', 'Another library is imported through its index.ts.', {
    from: { path: '^(libs|apps|test)/([^/]+)/' },
    to: {
      path: '^(libs/[^/]+|apps/[^/]+|test/kit)/',
      pathNot: ['^$1/$2/', '^(libs/[^/]+|apps/[^/]+|test/kit)/src/index\\.ts$', portsDoor],
    },
  }),
  forbid('nest only in apps', 'Only apps know of Nest.', {
    from: { pathNot: '^(apps|test)/' },
    to: { path: packages(['@nestjs']) },
  }),
  forbid(
    'nothing shipped imports tests',
    'Tests import what is shipped, not the other way about.',
    {
      from: { path: '^(libs|apps)/', pathNot: spec },
      to: { path: [`^test/`, spec, packages(testTools)] },
    },
  ),
  forbid('no app in another', 'Apps are wired from libraries, not from each other.', {
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/server/'] },
  }),
  forbid('the server only in the command line', 'Nobody but the command line starts the server.', {
    from: { path: '^apps/', pathNot: '^apps/(cli|server)/' },
    to: { path: '^apps/server/' },
  }),
  forbid(
    'the server only when asked for',
    'A command that needs the server imports it when it runs: all others would wait for it.',
    {
      from: { path: '^apps/cli/', pathNot: spec },
      to: {
        path: '^apps/server/',
        dependencyTypesNot: ['dynamic-import', 'type-only', 'type-import'],
      },
    },
  ),
  forbid('no build output', 'Source imports source; dist may be stale.', {
    from: {},
    to: { path: '^(libs|apps|test)/[^/]+/dist/' },
  }),
  forbid('no cycles', 'Files that import each other are one file in two.', {
    from: {},
    to: { circular: true },
  }),
  forbid('found', 'What is imported is there.', { from: {}, to: { couldNotResolve: true } }),
];
