import { isObject } from '../../codecs';

/** Texts in fields that end like this name things or choose among a few words; a status that a user wrote is neither. */
const harmless =
  /(Account|I[dD]s?|I[dD]List|Keys?|Seq|Type|Command|Cmd|Time|[pP]latform|Status|Role|Action|Result|Scene|Mode|Cause|Suggestion|AddSource|MsgPriority)$/;
const isHarmless = (name: string) => harmless.test(name) && name !== 'CustomStatus';

/** Never kept, not even with the text: OpenIM 2.x sends login tokens, 3.4.2 to 3.6 a server secret. */
const secret = /^(token|secret|password|sign|authorization|cookie)$/i;

/** What users wrote: everything in it is masked, numbers (places, sizes) too. */
const content = new Set(['MsgContent', 'TextContent']);

/**
 * A body without what users wrote: texts become as many x as they had letters, so that lengths and types stay true. What
 * is not known to be harmless counts as text. `keepText` leaves all but secrets.
 */
export function redacted(body: unknown, { keepText }: { keepText: boolean }): unknown {
  return redactedValue(body, '', keepText);
}

function redactedValue(value: unknown, name: string, keepText: boolean): unknown {
  if (typeof value === 'string' && secret.test(name)) return masked(value);
  if (!keepText && content.has(name)) return blank(value);
  if (Array.isArray(value)) return value.map((item) => redactedValue(item, name, keepText));
  if (isObject(value)) return mapped(value, (inner, key) => redactedValue(inner, key, keepText));
  if (keepText || typeof value !== 'string' || isHarmless(name)) return value;
  return jsonInside(value) ?? masked(value);
}

/** OpenIM's `content` is JSON in a string, and handlers parse it. */
function jsonInside(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.stringify(blank(JSON.parse(text)));
  } catch {
    return undefined;
  }
}

function blank(value: unknown): unknown {
  if (typeof value === 'string') return masked(value);
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.map(blank);
  return isObject(value) ? mapped(value, blank) : value;
}

/** Codecs read quoted numbers and booleans, which Tencent has, as such. */
function masked(text: string): string {
  if (text === 'true' || text === 'false') return text;
  return /^\d+$/.test(text) ? '0'.repeat(text.length) : 'x'.repeat(text.length);
}

function mapped(object: object, change: (value: unknown, key: string) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
