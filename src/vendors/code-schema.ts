import type { AnyCommand } from '../catalogue/command';
import type { JsonSchema } from '../json-schema/schema-object';

/** Codes of a vendor's replies that no entry of its catalogue names. */
interface PlainCodes {
  /** Of a receiver that failed. */
  readonly failed: number;
  /** Of `drop()`, where the vendor has it. */
  readonly dropped?: number;
}

/** The field of a reply that holds its code, with every code that a reply to this command may have. */
export function codeSchema({ phase, refusal, drops }: AnyCommand, { failed, dropped }: PlainCodes): JsonSchema {
  const codes: JsonSchema[] = [{ description: 'all is well', const: 0 }];
  if (phase === 'after' || failed !== refusal.plain) codes.push({ description: 'the receiver failed', const: failed });
  if (phase === 'before') codes.push({ description: 'refused', const: refusal.plain });
  if (phase === 'before' && refusal.own !== undefined) {
    const [minimum, maximum] = refusal.own;
    codes.push({ description: 'refused with a code of your own', minimum, maximum });
  }
  if (drops && dropped !== undefined)
    codes.push({ description: 'swallowed; its sender is told that it was sent', const: dropped });
  return { type: 'integer', anyOf: codes };
}
