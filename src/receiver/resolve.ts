import type { HandlerMap } from '../callback/handlers';
import type { AnyCommand } from '../catalogue/command';
import { type Admission, makeAdmission } from '../flow/admission';
import type { Flow } from '../flow/pipeline';
import type { SharedSettings } from '../flow/settings';
import { attachInbox, inboxRules } from '../inbox/from-options';
import type { Supervised } from '../inbox/open-with-retry';
import { failureLines } from '../observe/failure-lines';
import type { Hooks } from '../observe/hooks';
import { safely } from '../observe/safe-trace';
import type { Telemetry } from '../observe/telemetry';
import { aFunction, checkOptions, type Rule, wholeNumber } from '../options/check';
import { optionError } from '../options/option-error';
import { type Vendor, vendors } from '../vendors';
import { allCommands } from '../vendors/commands';
import type { AnyVendor } from '../vendors/vendor';
import { policyOf, policyRule } from './failure-policy';
import { meant } from './meant-option';
import type { LooseOptions } from './options';
import { ownStepsRule } from './own-steps-rule';

const hookNames = ['onAny', 'onUnknownCommand', 'onFailure', 'onSettled'] as const;
const handlerNames: ReadonlySet<string> = new Set(allCommands.map(({ handler }) => handler));
const everyVendor: readonly AnyVendor[] = Object.values(vendors);
const example = `imCallbacks({ ${everyVendor[0]?.example}, onGroupMsg })`;

/** A vendor of this mount, and the walk of its callbacks. */
export interface MountedVendor {
  readonly vendor: AnyVendor;
  readonly flow: Flow;
}

export interface ResolvedOptions {
  admission: Admission;
  supervised: Supervised | undefined;
  mounted: readonly MountedVendor[];
}

/** Checks the options and fills in the defaults, vendor by vendor. */
export function resolveOptions(given: unknown): ResolvedOptions {
  checkOptions(given, { at: '', rules: rulesForReceiver(), plain: ['failurePolicy'], meant, example });
  const options = given as LooseOptions; // just checked, name by name
  const wanted = everyVendor.filter(({ name }) => options[name as Vendor] !== undefined);
  if (wanted.length === 0) {
    const examples = everyVendor.map(({ example }) => example).join(' or ');
    throw optionError(`imCallbacks: nobody to receive from; write ${examples}, or both`);
  }
  refuseUnreachable(
    options,
    wanted.map(({ name }) => name),
  );
  const own = ownSettings(options);
  const attached = attachInbox(options, own);
  const shared: SharedSettings = { ...own, inbox: attached?.access };
  return {
    admission: shared.admission,
    supervised: attached?.supervised,
    mounted: wanted.map((vendor) => ({ vendor, flow: vendor.receiving()(options[vendor.name as Vendor], shared) })),
  };
}

/** Checks the options of a worker process and fills in the defaults. */
export function resolveWorker(given: unknown): Supervised {
  checkOptions(given, { of: 'startWorker', at: '', rules: rulesForWorker(), meant });
  const options = given as LooseOptions; // just checked, name by name
  const attached = attachInbox(options, ownSettings(options));
  if (attached === undefined || options.worker === false)
    throw optionError('startWorker: nothing to work on; write inbox: postgresInbox({ connection })');
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
    steps = [],
  } = options;
  return {
    handlers: handlersIn(options),
    hooks: { onAny, onUnknownCommand, onFailure: failureHook(telemetry, givenOrWritten(onFailure)), onSettled },
    telemetry,
    clock,
    policyOf: policyOf(failurePolicy),
    admission: makeAdmission(maxConcurrent ?? Number.POSITIVE_INFINITY),
    ownSteps: [...steps],
  };
}

/** Only the handlers: tokens and secrets of the other options stay where they are needed. */
function handlersIn(options: object): HandlerMap {
  const given = options as HandlerMap; // checkOptions has seen to it that each is a function
  return Object.fromEntries([...handlerNames].map((name) => [name, given[name]]).filter(([, handler]) => handler));
}

/** An app that says nothing of failures must see them all the same: a rule that throws may let every message through. */
function givenOrWritten(onFailure: LooseOptions['onFailure']): Hooks['onFailure'] {
  if (onFailure === undefined) return failureLines();
  return onFailure === 'silent' ? undefined : onFailure;
}

/** Telemetry gets failures before the hook, which is not changed. */
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

function rulesForWorker(): Record<string, Rule> {
  return {
    telemetry: (value) => (isTelemetry(value) ? undefined : 'telemetry, e.g. otel() of express-im-callbacks/otel'),
    ...inboxRules,
    ...Object.fromEntries([...hookNames, 'clock', ...handlerNames].map((name) => [name, aFunction])),
    onFailure: (value) => (value === 'silent' ? undefined : aFunction(value) && "a function, or 'silent'"),
  };
}

function rulesForReceiver(): Record<string, Rule> {
  return {
    // Each vendor checks its own.
    ...Object.fromEntries(everyVendor.map(({ name }) => [name, () => undefined])),
    failurePolicy: policyRule(allCommands),
    maxConcurrent: wholeNumber('callbacks', 1, 1_000_000),
    steps: ownStepsRule,
    ...rulesForWorker(),
  };
}

/** A handler that no mounted vendor can call is a mistake, most likely a forgotten vendor. */
function refuseUnreachable(options: LooseOptions, mounted: readonly string[]): void {
  for (const name of Object.keys(options).filter((key) => handlerNames.has(key))) {
    const callers = new Set(callersOf(name, allCommands));
    if (mounted.some((vendor) => callers.has(vendor))) continue;
    throw optionError(
      `imCallbacks: ${name} is called by ${[...callers]} only; add ${[...callers]}: {…} or drop the handler`,
    );
  }
}

function callersOf(handlerName: string, commands: readonly AnyCommand[]): string[] {
  return commands.filter(({ handler }) => handler === handlerName).map(({ vendor }) => vendor);
}
