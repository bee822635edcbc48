/**
 * Reads fields that are the object's own. `Object.hasOwn` for each field takes a third of decoding time, and matters only when
 * somebody has added to `Object.prototype`. So that is checked once for each body.
 */
let nothingInherited = false;

/** An own property or nothing: `{}` has no `constructor` field, whatever its prototype says. */
export function own(object: Record<string, unknown>, key: string): unknown {
  const value = object[key];
  const isTrusted = nothingInherited && typeof value !== 'function';
  return value !== undefined && (isTrusted || Object.hasOwn(object, key)) ? value : undefined;
}

/** Whether that was so when it was checked last: then a value that is no function is the object's own. */
export function isNothingInherited(): boolean {
  return nothingInherited;
}

/** Checks whether plain objects inherit anything that looks like a field. The result holds for synchronous work only. */
export function lookAtPrototype(): void {
  nothingInherited = isUntouched();
}

/** Called after decoding, because any code may run next. */
export function forgetPrototype(): void {
  nothingInherited = false;
}

function isUntouched(): boolean {
  for (const _added in Object.prototype) return false;
  return true;
}
