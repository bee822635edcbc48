import { nearestName } from '../../../../options/nearest-name';
import type { Found } from '../../../vendor-doctor';
import { isMap, type YamlValue } from './yaml';

const names = ['enable', 'timeout', 'failedContinue', 'attentionIds', 'allowedTypes', 'deniedTypes'];

/** The settings of one switch: names that nobody reads, values that the server cannot take, lists that silence it. */
export function checkSettings(key: string, value: YamlValue, line: number): Found[] {
  if (value === null) return [];
  if (!isMap(value))
    return [wrongValue(`line ${line}: ${key} is ${JSON.stringify(value)}`, 'enable: true, on a line below it')];
  return [...value].flatMap(([name, entry]) => checkSetting(`${key}.${name}`, name, entry.value, entry.line));
}

function checkSetting(path: string, name: string, value: YamlValue, line: number): Found[] {
  const known = names.find((one) => one.toLowerCase() === name.toLowerCase());
  if (known === undefined) return [misspelt(path, name, line)];
  const at = `line ${line}: ${path} is ${JSON.stringify(isMap(value) ? {} : value)}`;
  if (value === null) return known === 'enable' ? [wrongValue(at, 'enable: true or enable: false')] : [];
  switch (known) {
    case 'enable':
    case 'failedContinue':
      return booleanIn(value) !== undefined
        ? []
        : [wrongValue(at, `${known}: true or ${known}: false, and nothing else`)];
    case 'timeout':
      return isWhole(value) ? timeouts(at, Number(value)) : [wrongValue(at, 'timeout: 5, in whole seconds')];
    case 'attentionIds':
      return Array.isArray(value) && value.length > 0 ? [attention(at)] : [];
    default:
      return [];
  }
}

/** As viper decodes it (mapstructure, WeaklyTypedInput): Go's ParseBool takes texts and numbers, too, but no `yes`. */
export function booleanIn(value: YamlValue | undefined): boolean | undefined {
  if (/^(true|True|TRUE|t|T|1)$/.test(String(value))) return true;
  return /^(false|False|FALSE|f|F|0)$/.test(String(value)) ? false : undefined;
}

const isWhole = (value: YamlValue) => /^-?\d+$/.test(String(value));

/** imCallbacks answers after 4.5 s at the latest; the HTTP client of the server gives up after 15 s. */
function timeouts(seen: string, seconds: number): Found[] {
  if (seconds > 15 || seconds <= 0) return [tooLong(seen)];
  return seconds < 5 ? [tooShort(seen)] : [];
}

function tooLong(seen: string): Found {
  return {
    id: 'timeoutTooLong',
    level: 'warning',
    seen,
    why: 'The server gives up after 15 s, whatever this setting says.',
    source: 'open-im-server#3045',
    change: 'timeout: 15 at most; 5 is usual.',
  };
}

function tooShort(seen: string): Found {
  return {
    id: 'timeoutTooShort',
    level: 'warning',
    seen,
    why: 'imCallbacks may take 4.5 s to reply, and from 3.7.0 on a late reply to a before-callback fails the operation.',
    source: 'open-im-server#2364',
    change: 'timeout: 5; or set openim.deadlineMs below it.',
  };
}

function misspelt(path: string, name: string, line: number): Found {
  const meant = nearestName(name, names);
  return {
    id: 'misspeltSetting',
    level: 'problem',
    seen: `line ${line}: there is no setting ${path}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    why: 'The server ignores it silently, and takes the default: enable is false.',
    source: 'open-im-server, type BeforeConfig and AfterConfig',
    change: `A switch has ${names.join(', ')}.`,
  };
}

function wrongValue(seen: string, write: string): Found {
  return {
    id: 'wrongValue',
    level: 'problem',
    seen,
    why: 'The server cannot read it, and may not start.',
    source: 'open-im-server, type BeforeConfig and AfterConfig',
    change: `Write ${write}.`,
  };
}

function attention(seen: string): Found {
  return {
    id: 'attentionIds',
    level: 'warning',
    seen,
    why: 'The server sends no callbacks of other users: 3.8 looks at sender and recipient, main only at the recipient, which a group message does not have.',
    source: 'open-im-server#3321, #3410',
    change: 'attentionIds: []',
  };
}
