/**
 * Reads fields that are the object's own. `Object.hasOwn` for each field is a third of what decoding costs, and it finds something
 * only where somebody has added to `Object.prototype`. So that is looked at once a body, by whoever decodes one.
 */
let nothingInherited = false;

/** An own property or nothing: `{}` has no `constructor` field, whatever its prototype says. */
export function own(object: Record<string, unknown>, key: string): unknown {
  const value = object[key];
  const isTrusted = nothingInherited && typeof value !== 'function';
  return value !== undefined && (isTrusted || Object.hasOwn(object, key)) ? value : undefined;
}

/** Whether that was so when it was looked at: then a value that is no function is the object's own. */
export function isNothingInherited(): boolean {
  return nothingInherited;
}

/** From now on plain objects inherit nothing that could be taken for a field, where that is true. Synchronous work only. */
export function lookAtPrototype(): void {
  nothingInherited = isUntouched();
}

/** When the body is decoded: what runs next may be anybody's code. */
export function forgetPrototype(): void {
  nothingInherited = false;
}

function isUntouched(): boolean {
  for (const _added in Object.prototype) return false;
  return true;
}
