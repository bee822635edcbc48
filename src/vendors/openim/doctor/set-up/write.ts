import type { AnyCommand } from '../../../../catalogue/command';
import type { Advice, Part, Wanted } from '../../../vendor-set-up';
import type { OpenimServerVersion } from '../../send/server';
import { openimServer } from '../../send/servers';
import { type OpenimFlags, versionIn } from '../flags';
import { meanings } from './meanings';
import type { Switch } from './switch-list';
import { remarks } from './switch-remarks';
import { configFileOf, switchesOf, unknownHere } from './switches';
import { configuredUrl, fromEnvironment, placeholder } from './url';

/** A switch that is turned on, and the command that a handler wants it for. */
interface TurnedOn {
  readonly key: string;
  readonly command: AnyCommand;
}

/** The server's configuration for these commands, as a file and as variables of its container. */
export function write({ commands, flags, showsSecrets }: Wanted<OpenimFlags>): Advice {
  const version = versionIn(flags);
  const switches = switchesOf(version);
  if (switches.length === 0) return { parts: [], silent: [unknownHere(version)] };
  const found = commands.map((command) => ({ command, own: switches.find((one) => one.command === command.wire) }));
  const on = found.flatMap(({ command, own }) =>
    own === undefined || own.silent !== undefined ? [] : [{ key: own.key, command }],
  );
  const silent = found.flatMap(({ command, own }) => silentBecause(command, own, version) ?? []);
  const shown = showsSecrets && typeof flags.secret === 'string' ? flags.secret : placeholder;
  return { parts: on.length === 0 ? [] : partsFor(on, flags, shown), silent };
}

function silentBecause({ handler, wire }: AnyCommand, own: Switch | undefined, version: string): string | undefined {
  if (own === undefined) return `${handler}: no switch of server ${version} lets ${wire} out`;
  return own.silent && `${handler}: ${own.key} lets nothing out; ${own.silent}`;
}

function partsFor(on: readonly TurnedOn[], flags: OpenimFlags, shown: string): Part[] {
  const version = versionIn(flags);
  const { name, section } = configFileOf(version);
  const file: Part = {
    name,
    about: [
      section === undefined
        ? `config/${name} of the server: set these there, leave the rest as it is, and restart the server.`
        : `The section ${section} of config/${name}: set these there, leave the rest as it is, and restart the server.`,
    ],
    text: yamlFor(on, flags, shown),
  };
  return section === undefined ? [file, environmentFor(on, flags)] : [file];
}

function yamlFor(on: readonly TurnedOn[], flags: OpenimFlags, shown: string): string {
  const version = versionIn(flags);
  const { section } = configFileOf(version);
  const { enable, timeout, failedContinue } = meanings(openimServer(version));
  const secret =
    flags.secret === false
      ? []
      : [
          'Its last segment is openim.secret of the receiver: the server signs nothing, and anyone who has the URL can call.',
        ];
  const head = [
    `For OpenIM server ${version}. A switch that is not here is off.`,
    'url: the server appends /<command> to it.',
    ...secret,
    `enable: ${enable}`,
    `timeout: ${timeout}`,
    ...(on.some(({ command }) => command.phase === 'before') ? [`failedContinue: ${failedContinue}`] : []),
  ];
  const body = [`url: "${configuredUrl(flags, shown)}"`, ...on.flatMap((one) => blockFor(one, version))];
  const indented = section === undefined ? body : [`${section}:`, ...body.map((line) => `  ${line}`)];
  return [...head.map((line) => `# ${line}`), ...indented].join('\n');
}

function blockFor({ key, command: { handler, phase } }: TurnedOn, version: OpenimServerVersion): string[] {
  const settings = ['enable: true', 'timeout: 5', ...(phase === 'before' ? ['failedContinue: true'] : [])];
  const said = remarks.filter((one) => one.key === key && one.of.includes(version)).map(({ says }) => `: ${says}`);
  return [`# ${handler}${said.join('')}`, `${key}:`, ...settings.map((setting) => `  ${setting}`)];
}

/** The names that viper makes: prefix, path, all in capitals. It knows of a variable only where the file has the same setting. */
function environmentFor(on: readonly TurnedOn[], flags: OpenimFlags): Part {
  const variables = on.flatMap(({ key, command: { phase } }) => {
    const prefix = `IMENV_WEBHOOKS_${key.toUpperCase()}`;
    const failed = phase === 'before' ? [[`${prefix}_FAILEDCONTINUE`, '"true"']] : [];
    return [[`${prefix}_ENABLE`, '"true"'], [`${prefix}_TIMEOUT`, '"5"'], ...failed];
  });
  const all = [['IMENV_WEBHOOKS_URL', `"${configuredUrl(flags, fromEnvironment)}"`], ...variables];
  return {
    name: 'environment',
    about: [
      "With Docker, in place of the file: the block environment of the server in docker-compose.yaml. A variable in .env alone does not reach the server (openim-docker#136, #178); each needs the same setting in the image's webhooks.yml.",
      ...(flags.secret === false
        ? []
        : [
            `Compose fills in ${fromEnvironment} from your shell or .env: the callback's secret, not the server's own OPENIM_SECRET.`,
          ]),
      'In a container 127.0.0.1 is the container itself.',
    ],
    text: ['environment:', ...all.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  };
}
