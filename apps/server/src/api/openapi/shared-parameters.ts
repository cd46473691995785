import type { Endpoint, Parameter } from '../endpoint.ts';

const nameOf = ({ name }: Parameter): string =>
  name.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase()).replaceAll('-', '');

/** Parameters that several operations have, by their names among the components. */
export type SharedParameters = Readonly<{
  components: Readonly<Record<string, Parameter>>;
  /** A parameter where it stands: by reference where it is shared. */
  placed: (parameter: Parameter) => Parameter | Readonly<{ $ref: string }>;
}>;

/** Finds the parameters that are the same in several operations. */
export const sharedParameters = (endpoints: ReadonlyArray<Endpoint>): SharedParameters => {
  const grouped = Map.groupBy(
    endpoints.flatMap(({ parameters }) => parameters),
    (parameter) => JSON.stringify(parameter),
  );
  const names = new Map<string, string>();
  const components: Record<string, Parameter> = {};
  grouped.forEach(([parameter, ...others], key) => {
    if (parameter === undefined || others.length === 0) return;
    const name = nameOf(parameter);
    const free = name in components ? `${name}In${parameter.in}` : name;
    if (free in components) return;
    components[free] = parameter;
    names.set(key, free);
  });
  return {
    components,
    placed: (parameter) => {
      const name = names.get(JSON.stringify(parameter));
      return name === undefined ? parameter : { $ref: `#/components/parameters/${name}` };
    },
  };
};
