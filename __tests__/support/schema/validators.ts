import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { AnyCommand } from '../../../src/catalogue/command';
import { type JsonSchema, replySchema, requestSchema } from '../../../src/schema';
import { allCommands } from '../../../src/vendors/commands';

/** Strict: a keyword or a combination that Ajv thinks meaningless throws. Unions of types are what leniency is. */
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

export const catalogue: readonly AnyCommand[] = allCommands;

const compiled = new Map<string, ValidateFunction>();

function validatorOf(schema: JsonSchema): ValidateFunction {
  const id = schema.$id ?? '';
  const known = compiled.get(id) ?? ajv.compile(schema);
  compiled.set(id, known);
  return known;
}

export const requestValidator = (wire: string) => validatorOf(requestSchema(wire));
export const replyValidator = (wire: string) => validatorOf(replySchema(wire));

/** What the schema has against a value; nothing when it takes it. */
export function problemsOf(validate: ValidateFunction, value: unknown): string[] {
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
