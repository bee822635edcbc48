import { type JsonSchema, orNull } from './schema-object';

/**
 * The schema of an object some of whose required fields may stand under a second name instead. The second name counts
 * only where the first has no value; beside one it is a field like any other, so the schema asks nothing of it there.
 */
export function withSecondNames(firstBySecond: Readonly<Record<string, string>>, schema: JsonSchema): JsonSchema {
  const { properties = {}, required = [], ...rest } = schema;
  const secondsOf = (first: string) => Object.keys(firstBySecond).filter((second) => firstBySecond[second] === first);
  const respelt = required.filter((key) => secondsOf(key).length > 0);
  const relaxed = Object.entries(properties).map(([key, field]) => [
    key,
    respelt.includes(key) ? orNull(field) : field,
  ]);
  return {
    ...rest,
    properties: Object.fromEntries(relaxed),
    required: required.filter((key) => !respelt.includes(key)),
    allOf: respelt.map((first) => oneOf(first, secondsOf(first), properties[first] ?? {})),
  };
}

function oneOf(first: string, seconds: readonly string[], { description: _, ...value }: JsonSchema): JsonSchema {
  const instead = (second: string): JsonSchema => ({
    required: [second],
    properties: { [first]: { type: 'null' }, [second]: value },
  });
  return { anyOf: [{ required: [first], properties: { [first]: value } }, ...seconds.map(instead)] };
}
