/** What a developer wants to know of each failure: what happened, and what to do. docs/errors.md is made of it. */
import type { CoreFailure } from './failure';

export interface FailureGuide {
  /** What happened, in a sentence. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
  /** What is answered, where the failure itself does not decide that. */
  readonly answer?: string;
}

const goesOn = 'Nothing else than without it: the callback goes on.';
const later = 'It was acknowledged when it was stored.';

/** Of the failures that any vendor may have, and of what a step of the host's own turns away. */
export const failureGuide: Readonly<Record<CoreFailure['kind'] | 'turnedAway', FailureGuide>> = {
  wrongMethod: {
    what: 'A request that is not a POST: a browser, a health check, or a POST that a redirect has turned into a GET. `onFailure` is not called.',
    todo: 'Enter the URL at the vendor as it is, with `https` and without anything that redirects.',
  },
  repeatedParameter: {
    what: 'A query parameter is given twice, so two readers may read two different values.',
    todo: 'No vendor sends this: look for a proxy that adds parameters, or take it for an attack.',
  },
  overloaded: {
    what: 'More callbacks are running than `maxConcurrent` allows.',
    todo: 'Look for a handler that is slow or hangs. Raise `maxConcurrent`, or run more processes.',
  },
  draining: {
    what: '`drain()` was called: this process is shutting down.',
    todo: 'Take the process out of the load balancer before it drains ([Operations](operations.md)).',
  },
  bodyTooLarge: {
    what: 'The body is larger than `bodyLimitBytes`.',
    todo: "Raise the limit of the vendor's options where the vendor really sent it.",
  },
  bodyTooSlow: {
    what: 'The body did not arrive within `bodyTimeoutMs`.',
    todo: 'Look at the network and at proxies in front; the vendor has given up by then.',
  },
  bodyUnreadable: {
    what: 'The body could not be read to its end: the connection broke, it could not be inflated, or it is nested too deeply.',
    todo: 'The message has the reason. A single one is the network; many of them are a proxy that changes bodies.',
  },
  bodyMisread: {
    what: 'A parser of your app has read the body before, and turned it into something that cannot be turned back.',
    todo: 'Mount `imCallbacks` before your parsers, or leave its path out of them. The message names the parser.',
    answer: 'HTTP 400; a before-callback whose policy is `refuse`: a refusal.',
  },
  encodingUnknown: {
    what: 'The `Content-Encoding` is not gzip, deflate or br.',
    todo: 'No vendor sends this: have the proxy in front leave bodies as they are.',
  },
  notUtf8: {
    what: 'The body has bytes that are not UTF-8. They were read as U+FFFD.',
    todo: 'Look whether a proxy in front recodes bodies. A text with U+FFFD in it is not what the user wrote.',
    answer: goesOn,
  },
  notJson: {
    what: 'The body is empty, or not JSON.',
    todo: 'Somebody other than the vendor calls, or a proxy truncates bodies. `npx im-callbacks doctor` tells which.',
  },
  notAnObject: {
    what: 'The body is JSON, but not an object.',
    todo: 'No vendor sends this: look who calls.',
  },
  noCommand: {
    what: 'Neither the URL nor the body names a callback command.',
    todo: 'A proxy that drops the query or cuts the path does this: `npx im-callbacks doctor` tells. OpenIM 2.0.0 and 2.0.1 send one such callback: set `serverVersion`.',
  },
  commandMismatch: {
    what: 'The URL and the body name different commands.',
    todo: 'No vendor sends this: look for a rewrite rule in front, or take it for an attack.',
  },
  undecodable: {
    what: 'Required fields of the body are missing or of another type than the catalogue has. The message lists up to ten of them, without their values.',
    todo: 'Compare with the command in [Commands](commands.md). A newer server of the vendor may send another form: update this package, and report it.',
    answer:
      "Before-callback: the failure policy's verdict; after-callback: the vendor's reply to one that failed. With an inbox it is kept as a dead letter, and acknowledged.",
  },
  fieldsDropped: {
    what: 'Optional fields have another type than the catalogue has. They were left out.',
    todo: 'As for `undecodable`; your handler runs without these fields meanwhile.',
    answer: goesOn,
  },
  handlerFailed: {
    what: 'Your handler threw, or its promise was rejected. `cause` is what it threw.',
    todo: 'Fix the handler. Consider `failurePolicy` for before-callbacks, and an inbox for after-callbacks: it retries.',
  },
  badVerdict: {
    what: 'Your before-handler returned something that is not a verdict, or one that the vendor cannot use. The message says what to write.',
    todo: 'Return what the message says. Where the handler plainly meant to stop the operation, it was refused.',
    answer: "A refusal where the handler meant one, else the failure policy's verdict.",
  },
  deadlinePassed: {
    what: 'Your handler was not done within `deadlineMs`.',
    todo: 'Look at `event.remainingMs()` and `event.signal` in the handler, and set time limits for what it calls. An inbox takes after-handlers off the clock.',
    answer: "Before-callback: the failure policy's verdict; after-callback: acknowledged, since the handler runs on.",
  },
  finishedLate: {
    what: 'A handler ended after its deadline; what it decided came too late.',
    todo: 'As for `deadlinePassed`. `ms` says how long it took.',
    answer: 'What was answered at the deadline.',
  },
  replyNotSent: {
    what: 'The verdict could not be sent: your app had answered already, or the vendor had closed the connection.',
    todo: 'Look for a time-out middleware in front, and at the time that your handler takes.',
    answer: 'What the other one answered, or nothing.',
  },
  hookFailed: {
    what: 'One of the hooks `onAny`, `onUnknownCommand`, `onSettled` or `onGap` threw. `hook` is its name.',
    todo: 'Fix the hook. `onGap` is called again; the others are not.',
    answer: goesOn,
  },
  inboxUnavailable: {
    what: 'The event could not be stored in the inbox. `cause` is what the store said.',
    todo: 'See [Reliability](reliability.md). It resumes by itself when the store is back.',
  },
  noHandler: {
    what: 'A stored delivery is of a command that this worker has no handler for, or does not know.',
    todo: 'Give `startWorker` the same handlers as `imCallbacks`, and the same version of this package.',
    answer: later,
  },
  interrupted: {
    what: 'The last attempts of a delivery ended with their process: most likely its handler ends the process, or uses up its memory.',
    todo: 'It is a dead letter now. Run its handler by itself with the body of the dead letter.',
    answer: later,
  },
  workerStalled: {
    what: 'The worker of the inbox cannot work. The message has the reason.',
    todo: 'See [Reliability](reliability.md); deliveries wait until it works again.',
    answer: 'Nothing: it is of no one callback.',
  },
  inboxFault: {
    what: 'The inbox has found something damaged or lost. The message says what.',
    todo: 'See [Reliability](reliability.md).',
    answer: 'Nothing: it is of no one callback. What cannot be stored is answered with 503.',
  },
  stepFailed: {
    what: 'A step of the pipeline threw, most likely one of your own. `cause` is what it threw.',
    todo: 'Fix the step. To turn a request away, return `turnAway({ message })`.',
  },
  turnedAway: {
    what: 'A step of your own has turned the request away. The message is yours.',
    todo: 'Nothing, if it was meant.',
    answer: 'Its `status`, by default 403.',
  },
};
