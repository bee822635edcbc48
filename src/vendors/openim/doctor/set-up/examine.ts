import { targetUrl } from '../../../../sending/target-url';
import type { Found } from '../../../vendor-doctor';
import type { Configured } from '../../../vendor-set-up';
import { checkUrl } from '../check-url';
import { endsIn, type OpenimFlags, versionIn } from '../flags';
import { checkSwitches } from './check-switches';
import { configFileOf, switchesOf, unknownHere } from './switches';
import { isMap, readYaml, type YamlMap } from './yaml';

/** Holds webhooks.yml, or the section of config.yaml of older servers, against what the server and the app make of it. */
export function examine({ text, handlers, flags }: Configured<OpenimFlags>): Found[] {
  const version = versionIn(flags);
  const { name, section } = configFileOf(version);
  if (switchesOf(version).length === 0)
    return [otherVersion(unknownHere(version), 'Doctor knows only the names of those.')];
  let whole: YamlMap;
  try {
    whole = readYaml(section === undefined ? text : onlySection(text, section));
  } catch (error) {
    return [unreadable(name, (error as Error).message)]; // readYaml throws errors only
  }
  const callback = whole.get('callback')?.value;
  const inner = isMap(callback) ? callback : undefined;
  if (section !== undefined && inner === undefined) return [noSection(name, section, version)];
  const settings = inner ?? whole;
  return [
    ...(section === undefined && inner !== undefined ? [outerLevel] : []),
    ...checkConfiguredUrl(settings, flags),
    ...checkSwitches(settings, { handlers, version }),
  ];
}

/**
 * The rest of config.yaml does not concern us, and may have syntax that this parser does not read. Its lines stay, empty, to keep
 * line numbers.
 */
function onlySection(text: string, section: string): string {
  let isInside = false;
  const lines = text.split(/\r?\n/).map((line) => {
    if (/^[^\s#]/.test(line)) isInside = new RegExp(`^${section}\\s*:`).test(line);
    return isInside ? line : '';
  });
  return lines.join('\n');
}

function checkConfiguredUrl(settings: YamlMap, flags: Partial<OpenimFlags>): Found[] {
  const entry = settings.get('url');
  const to = entry?.value;
  const url = typeof to === 'string' ? targetUrl(to) : undefined;
  if (typeof to !== 'string' || url === undefined || to.endsWith('/callbackExample')) return [urlMissing(entry?.line)];
  const { secret } = flags;
  const isOpen = secret && !endsIn(url.path, secret) && url.credentials === undefined;
  // Of its path the last segment may be the secret, and is not shown.
  const shown = { ...url, path: url.path.replace(/^(\/[^/?]+.*\/)[^/?]+/, '$1***') };
  return [...checkUrl({ url: shown, flags: { ...flags, to } }), ...(isOpen ? [secretNotInUrl] : [])];
}

function unreadable(name: string, what: string): Found {
  return {
    id: 'configUnreadable',
    level: 'problem',
    seen: `${name} cannot be read: ${what}`,
    why: 'The server may not start with it, or doctor does not know this form of YAML.',
    source: 'https://yaml.org/spec/1.2.2: what webhooks.yml uses of it',
    change:
      'Write it as the server ships it: one "name: value" per line, and two spaces before the settings of a name.',
  };
}

function noSection(name: string, section: string, version: string): Found {
  return otherVersion(
    `there is no section ${section} at the beginning of a line`,
    `Server ${version} has URL and switches in that section of ${name}.`,
  );
}

function otherVersion(seen: string, why: string): Found {
  return {
    id: 'otherVersion',
    level: 'problem',
    seen,
    why,
    source: 'open-im-server, config/config.yaml up to 3.6',
    change: "Tell doctor the server's version: --server-version.",
  };
}

const outerLevel: Found = {
  id: 'outerLevel',
  level: 'problem',
  seen: 'all settings are inside "callback:"',
  why: 'Since 3.7.0 the file has no outer level: the server finds no URL and no switch, and sends nothing. The tutorial still shows it.',
  source: 'open-im-server#2629',
  change: 'Remove the line "callback:", and two spaces before each line below it.',
};

function urlMissing(line: number | undefined): Found {
  return {
    id: 'urlMissing',
    level: 'problem',
    seen: line === undefined ? 'there is no url' : `line ${line}: url is not a URL of a receiver`,
    why: 'The server posts to this URL, with /<command> at its end.',
    source: 'open-im-server, config/webhooks.yml: the example leads nowhere',
    change: 'url: "https://host/im-callback/<secret>"; im-callbacks config writes it.',
  };
}

const secretNotInUrl: Found = {
  id: 'secretNotInUrl',
  level: 'problem',
  seen: 'the url does not end in the secret segment that doctor was given',
  why: 'The receiver refuses every callback without it.',
  source: 'open-im-server has no signature: the segment stands in for it',
  change: 'Append it to the url, after a slash; or leave it out for doctor (--no-secret).',
};
