import type { AnyCommand, FailurePolicy } from '../catalogue/command';
import { type Load, makeLoad } from '../flow/admission';
import type { SharedSettings } from '../flow/settings';
import { attachInbox, inboxRules } from '../inbox/from-options';
import type { Supervised } from '../inbox/open-with-retry';
import type { Hooks } from '../observe/hooks';
import { safely } from '../observe/safe-trace';
import type { Telemetry } from '../observe/telemetry';
import { aFunction, checkOptions, type Rule, wholeNumber } from '../options/check';
import { type OpenimSettings, openimCommands, openimSettings } from '../vendors/openim';
import { type TencentSettings, tencentCommands, tencentSettings } from '../vendors/tencent';
import type { LooseOptions } from './options';

const hookNames = ['onAny', 'onUnknownCommand', 'onFailure', 'onSettled'] as const;

export interface ResolvedOptions {
  clock: () => number;
  load: Load;
  telemetry: Telemetry | undefined;
  supervised: Supervised | undefined;
  tencent?: TencentSettings;
  openim?: OpenimSettings;
}

/** Checks the options and fills in the defaults, vendor by vendor. */
export function resolveOptions(given: unknown): ResolvedOptions {
  const commands = [...tencentCommands, ...openimCommands];
  checkOptions(given, { at: '', rules: rulesFor(commands), plain: ['failurePolicy'] });
  const options = given as LooseOptions; // just checked, name by name
  const { tencent, openim } = options;
  if (tencent === undefined && openim === undefined) {
    throw new TypeError(
      'imCallbacks: nobody to receive from; write tencent: { sdkAppId: 1400000001, token: … } or openim: { secret: … }, or both',
    );
  }
  refuseUnreachable(options, commands);
  const own = ownSettings(options);
  const attached = attachInbox(options, own);
  const shared = { ...own, inbox: attached?.access };
  return {
    clock: shared.clock,
    load: shared.load,
    telemetry: shared.telemetry,
    supervised: attached?.supervised,
    ...(tencent !== undefined && { tencent: tencentSettings(tencent, shared) }),
    ...(openim !== undefined && { openim: openimSettings(openim, shared) }),
  };
}

/** Checks the options of a worker process and fills in the defaults. */
export function resolveWorker(given: unknown): Supervised {
  const commands = [...tencentCommands, ...openimCommands];
  const { tencent, openim, failurePolicy, maxConcurrent, ...rules } = rulesFor(commands);
  checkOptions(given, { at: '', rules });
  const options = given as LooseOptions; // just checked, name by name
  const own = ownSettings(options);
  const attached = attachInbox(options, own);
  if (attached === undefined || options.worker === false)
    throw new TypeError('startWorker: nothing to work on; write inbox: bullmqInbox({ connection })');
  return attached.supervised;
}

function ownSettings(options: LooseOptions): Omit<SharedSettings, 'inbox'> {
  const {
    onAny,
    onUnknownCommand,
    onFailure,
    onSettled,
    telemetry,
    // Looked up at each call: a test may replace `Date` after the router was built.
    clock = () => Date.now(),
    failurePolicy = {},
    maxConcurrent,
  } = options;
  return {
    // Checked above: whatever is not an option of another kind is a handler.
    handlers: options as SharedSettings['handlers'],
    hooks: { onAny, onUnknownCommand, onFailure: failureHook(telemetry, onFailure), onSettled },
    telemetry,
    clock,
    policyOf: policyOf(failurePolicy),
    load: makeLoad(maxConcurrent ?? Number.POSITIVE_INFINITY),
  };
}

/** Telemetry is told of failures before the hook, which stays what it was. */
function failureHook(telemetry: Telemetry | undefined, onFailure: Hooks['onFailure']): Hooks['onFailure'] {
  if (telemetry?.failed === undefined) return onFailure;
  return (failure) => {
    safely(() => telemetry.failed?.(failure));
    return onFailure?.(failure);
  };
}

function isTelemetry(value: unknown): boolean {
  return ['request', 'attempt'].every(
    (name) => typeof (value as Record<string, unknown> | null)?.[name] === 'function',
  );
}

function rulesFor(commands: readonly AnyCommand[]): Record<string, Rule> {
  const functions = [...hookNames, 'clock', ...commands.map(({ handler }) => handler)];
  return {
    tencent: () => undefined,
    openim: () => undefined,
    failurePolicy: policyRule(commands),
    maxConcurrent: wholeNumber('callbacks', 1, 1_000_000),
    telemetry: (value) => (isTelemetry(value) ? undefined : 'telemetry, e.g. otel() of express-im-callbacks/otel'),
    ...inboxRules,
    ...Object.fromEntries(functions.map((name) => [name, aFunction])),
  };
}

/** A handler that no mounted vendor can call is a mistake, most likely a forgotten vendor. */
function refuseUnreachable(options: LooseOptions, commands: readonly AnyCommand[]): void {
  for (const name of Object.keys(options)) {
    const vendors = new Set(commands.filter(({ handler }) => handler === name).map(({ vendor }) => vendor));
    if (vendors.size === 0 || [...vendors].some((vendor) => options[vendor] !== undefined)) continue;
    throw new TypeError(
      `imCallbacks: ${name} is called by ${[...vendors]} only; add ${[...vendors]}: {…} or drop the handler`,
    );
  }
}

const isPolicy = (value: unknown): value is FailurePolicy => value === 'allow' || value === 'refuse';

function policyOf(given: NonNullable<LooseOptions['failurePolicy']>): SharedSettings['policyOf'] {
  if (typeof given === 'string') return () => given;
  const byWire: Readonly<Record<string, FailurePolicy | undefined>> = given;
  const own = new Map([...tencentCommands, ...openimCommands].map((command) => [command.wire, command.failurePolicy]));
  return (wire) => byWire[wire] ?? byWire.default ?? own.get(wire) ?? 'allow';
}

function policyRule(commands: readonly AnyCommand[]): Rule {
  const wires = new Set(['default', ...commands.filter(({ phase }) => phase === 'before').map(({ wire }) => wire)]);
  return (value) => {
    if (isPolicy(value)) return undefined;
    if (typeof value !== 'object' || value === null) return `'allow', 'refuse', or one of them for each command`;
    for (const [wire, policy] of Object.entries(value)) {
      if (!wires.has(wire)) return `keyed by wire names of before-commands, or default; ${wire} is none`;
      if (!isPolicy(policy)) return `'allow' or 'refuse' for ${wire}`;
    }
    return undefined;
  };
}
