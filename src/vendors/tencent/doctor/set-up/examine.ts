import { isObject } from '../../../../codecs';
import { nearestName } from '../../../../options/nearest-name';
import type { Found } from '../../../vendor-doctor';
import type { Configured } from '../../../vendor-set-up';
import { tencentCommands, tencentIndex } from '../../catalogue';
import { productsOf, restApis } from './places';

/** What `get_callback` returns and `set_callback` takes: nothing can read the switches of the console. */
interface RestList {
  readonly Url: string;
  readonly CallbackCommandList: readonly string[];
}

export const reads = (text: string): boolean => listIn(text) !== undefined;

function listIn(text: string): RestList | undefined {
  const value = parsed(text);
  const { Url = '', CallbackCommandList } =
    isObject(value) && isObject(value.Response) ? value.Response : Object(value);
  const isList = Array.isArray(CallbackCommandList) && CallbackCommandList.every((one) => typeof one === 'string');
  return isList ? { Url: String(Url), CallbackCommandList } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Compares the list of Live, Room or Call with the handlers. */
export function examine({ text, handlers }: Configured): Found[] {
  const { CallbackCommandList: list = [] } = listIn(text) ?? {};
  const commands = list.flatMap((name) => tencentIndex.get(name) ?? []);
  const found = list.filter((name) => !tencentIndex.has(name)).map(unknownCommand);
  if (handlers === undefined) return found;
  const products = restApis.filter((api) => commands.some(({ wire }) => isOnly(wire, api.name)));
  const wanted = tencentCommands.filter(
    ({ wire, handler }) => handlers.includes(handler) && products.some(({ name }) => isOnly(wire, name)),
  );
  return [
    ...found,
    ...wanted.filter((command) => !commands.includes(command)).map(({ wire, handler }) => missing(wire, handler)),
    ...commands.filter(({ handler }) => !handlers.includes(handler)).map(({ wire, handler }) => unheard(wire, handler)),
  ];
}

/** Whether this product, and no other, sends the command. */
function isOnly(wire: string, name: string): boolean {
  const products = productsOf(wire);
  return products.length === 1 && products[0]?.name === name;
}

const source = 'Tencent 1071/78178, 647/104469, 647/68938 (CallbackCommandList)';

function unknownCommand(name: string): Found {
  const meant = nearestName(name, [...tencentIndex.keys()]);
  return {
    id: 'misspeltSetting',
    level: 'problem',
    seen: `CallbackCommandList: there is no ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    why: 'Tencent sends nothing for a name that it does not know. Or only this version of the package does not know the name.',
    source,
    change: 'Write the name as im-callbacks config does.',
  };
}

function missing(wire: string, handler: string): Found {
  return {
    id: 'switchedOff',
    level: 'problem',
    seen: `${handler}: ${wire} is not in CallbackCommandList`,
    why: 'Tencent sends nothing for this handler.',
    source,
    change: `Add ${wire}, and send the whole list.`,
  };
}

function unheard(wire: string, handler: string): Found {
  return {
    id: 'switchWithoutHandler',
    level: 'warning',
    seen: `${wire} is in CallbackCommandList, but there is no handler ${handler}`,
    why: 'Each callback costs a request and is ignored.',
    source,
    change: `Write ${handler}, or leave ${wire} out of the list.`,
  };
}
