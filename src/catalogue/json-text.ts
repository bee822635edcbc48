import { isObject } from '../codecs';

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  return parsed(text) !== undefined;
}

/** Whether a text is a JSON object. */
export function isJsonObject(text: string): boolean {
  return isObject(parsed(text));
}

/** Undefined for a text that is not JSON: no JSON text has this value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
