import type { AnyCommand } from '../../../../catalogue/command';
import type { Advice, Part, Wanted } from '../../../vendor-set-up';
import { sampleAppId, type TencentFlags } from '../flags';
import { isByTicket, live, placeOf, productsOf, type RestApi, restApis } from './places';

/** What is switched on in the console, what by a ticket, and what by REST, for these commands. */
export function write({ commands, flags }: Wanted<TencentFlags>): Advice {
  const ofChat = commands.filter(({ wire }) => productsOf(wire).length === 0);
  const byTicket = ofChat.filter(({ wire }) => isByTicket(wire));
  const inConsole = ofChat.filter(({ wire }) => !isByTicket(wire));
  const parts = [
    ...(inConsole.length > 0 ? [consolePart(inConsole, flags)] : []),
    ...(byTicket.length > 0 ? [ticketPart(byTicket, flags)] : []),
    ...restApis.flatMap((api) => restPart(api, commands, flags)),
  ];
  return { parts, silent: [] };
}

function consolePart(commands: readonly AnyCommand[], { to, sdkAppId }: TencentFlags): Part {
  const app = sdkAppId === sampleAppId ? 'your app' : `SDKAppID ${sdkAppId}`;
  return {
    name: 'console',
    about: [
      `Chat > Webhook (回调配置) in the console of ${app}. There is one URL for all: ${to}`,
      'Tencent appends its own query, and takes ports 80 and 443 only.',
      'Turn authentication on; its token is tencent.token of the receiver.',
      'Switch these on. It takes two to five minutes.',
    ],
    rows: commands.map((command) => ({ ...titled(command), where: placeOf(command.wire) })),
  };
}

function ticketPart(commands: readonly AnyCommand[], { to }: TencentFlags): Part {
  return {
    name: 'ticket',
    about: [
      `On the mainland a support ticket (工单) opens these, once the URL of Chat is set: ${to}`,
      'On the international site they are switches of Chat > Webhook (269/102315).',
    ],
    rows: commands.map(titled),
  };
}

/** The console lists it by its Chinese title. Its English switches are pictures in the documents, so the other is what it means. */
function titled({ wire, handler, summary, titleZh = '' }: AnyCommand): Readonly<Record<string, string>> {
  const [title = summary] = /^.+?(?=[.;:](\s|$))/.exec(summary) ?? [];
  return { command: wire, handler, title, titleZh };
}

function restPart(api: RestApi, commands: readonly AnyCommand[], flags: TencentFlags): Part[] {
  const own = commands.filter(({ wire }) => isOf(api, wire, commands));
  if (own.length === 0) return [];
  const { to, sdkAppId } = flags;
  const app = sdkAppId === sampleAppId ? '<SDKAppID>' : sdkAppId;
  const body = { Url: to, CallbackCommandList: own.map(({ wire }) => wire) };
  return [
    {
      name: api.name,
      about: [
        `${api.product} has a URL of its own, set by REST: POST https://<domain of your region>/v4/${api.name}/set_callback?sdkappid=${app}&identifier=<administrator>&usersig=<its usersig>&random=<number>&contenttype=json, with this body.`,
        api.change,
        ...(api.console === undefined ? [] : [api.console]),
        ...(api === live ? ['It signs with the token that v4/live_config/set_callback_token sets.'] : []),
        `Source: ${api.source}.`,
      ],
      text: JSON.stringify(body, null, 2),
      rows: own.map(titled),
    },
  ];
}

/** Seats go with the rooms that are asked for; with both where none is. */
function isOf(api: RestApi, wire: string, commands: readonly AnyCommand[]): boolean {
  const products = productsOf(wire);
  if (!products.includes(api)) return false;
  const alone = commands.map((command) => productsOf(command.wire)).filter((of) => of.length === 1);
  const asked = products.filter((product) => alone.some(([of]) => of === product));
  return asked.length === 0 || asked.includes(api);
}
