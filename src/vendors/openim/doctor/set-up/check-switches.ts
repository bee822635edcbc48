import { nearestName } from '../../../../options/nearest-name';
import type { Found } from '../../../vendor-doctor';
import { openimIndex } from '../../catalogue';
import type { OpenimServerVersion } from '../../send/server';
import { booleanIn, checkSettings } from './check-settings';
import type { Switch } from './switch-list';
import { switchesOf, switchNamed, versionsWith } from './switches';
import { isMap, type YamlMap, type YamlValue } from './yaml';

interface Known {
  readonly handlers: readonly string[] | undefined;
  readonly version: OpenimServerVersion;
}

/** What is misspelt, of another version, off, or on for nobody. */
export function checkSwitches(settings: YamlMap, { handlers, version }: Known): Found[] {
  const switches = switchesOf(version);
  const entries = [...settings].filter(([key]) => key.toLowerCase() !== 'url');
  const foreign = entries.filter(([key]) => switchNamed(key, switches) === undefined);
  const blocks = entries.flatMap(([key, { value, line }]) => {
    const own = switchNamed(key, switches);
    return own === undefined ? [] : [{ key, own, value, line }];
  });
  const on = blocks.filter(({ value }) => isOn(value)).map(({ own }) => own);
  return [
    ...foreign.map(([key, { line, value }]) => unknownSwitch(key, line, isOn(value), version)),
    ...blocks.flatMap(({ key, value, line }) => checkSettings(key, value, line)),
    ...on.flatMap((own) => (own.silent === undefined ? [] : [silentSwitch(own.key, own.silent)])),
    ...(handlers === undefined ? [] : checkHandlers(handlers, on, switches, version)),
  ];
}

function isOn(value: YamlValue): boolean {
  const enable = isMap(value) ? [...value].find(([name]) => name.toLowerCase() === 'enable') : undefined;
  return booleanIn(enable?.[1].value) === true;
}

function unknownSwitch(key: string, line: number, isTurnedOn: boolean, version: OpenimServerVersion): Found {
  const elsewhere = versionsWith(key);
  const level = isTurnedOn ? 'problem' : 'warning';
  const source = `open-im-server, type Webhooks of ${version}: the server passes over what it does not know`;
  const why = 'The server passes over it in silence, and sends nothing.';
  if (elsewhere !== undefined)
    return {
      id: 'otherVersion',
      level,
      seen: `line ${line}: ${key} is a switch of ${elsewhere}, not of ${version}`,
      why,
      source,
      change: `Take this version's name, as im-callbacks config writes it; or tell doctor yours: --server-version.`,
    };
  const meant = nearestName(
    key,
    switchesOf(version).map((one) => one.key),
  );
  return {
    id: 'misspeltSetting',
    level,
    seen: `line ${line}: there is no switch ${key}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    why,
    source,
    change: 'Write the name as im-callbacks config does.',
  };
}

function silentSwitch(key: string, why: string): Found {
  return {
    id: 'neverSent',
    level: 'warning',
    seen: `${key} is on, but this server never sends the callback`,
    why: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`,
    source: 'open-im-server, who calls what',
    change: 'Switch it off.',
  };
}

function checkHandlers(
  handlers: readonly string[],
  on: readonly Switch[],
  switches: readonly Switch[],
  version: OpenimServerVersion,
): Found[] {
  const handlerOf = ({ command = '' }: Switch) => openimIndex.get(command)?.handler;
  const own = [...openimIndex.values()].map(({ handler }): string => handler);
  const missing = handlers
    .filter((handler) => own.includes(handler) && !on.some((one) => handlerOf(one) === handler))
    .map((handler) =>
      notSent(
        handler,
        switches.filter((one) => handlerOf(one) === handler),
        version,
      ),
    );
  const unheard = on.filter((one) => one.silent === undefined && !handlers.includes(handlerOf(one) ?? ''));
  return [...missing, ...unheard.map((one) => onForNobody(one.key, handlerOf(one) ?? ''))];
}

function notSent(handler: string, switches: readonly Switch[], version: OpenimServerVersion): Found {
  const usable = switches.filter(({ silent }) => silent === undefined);
  const source = 'webhooks.yml: enable is false by default';
  if (usable.length === 0)
    return {
      id: 'neverSent',
      level: 'warning',
      seen: `${handler}: server ${version} never sends it`,
      why: switches[0]?.silent ?? 'It has no switch for it.',
      source,
      change: 'Leave the handler for other servers, or remove it.',
    };
  const keys = usable.map(({ key }) => key).join(', ');
  return {
    id: 'switchedOff',
    level: 'problem',
    seen: `${handler}: ${keys} is off or not there`,
    why: 'The server sends nothing for this handler.',
    source,
    change: `${keys}: enable: true; then restart the server.`,
  };
}

function onForNobody(key: string, handler: string): Found {
  return {
    id: 'switchWithoutHandler',
    level: 'warning',
    seen: `${key} is on, but there is no handler ${handler}`,
    why: 'Each callback costs a request and is ignored; a before-callback also makes the user wait.',
    source: 'webhooks.yml',
    change: `Write ${handler}, or switch ${key} off.`,
  };
}
