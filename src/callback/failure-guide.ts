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

const goesOn = 'The same as without it: the callback goes on.';
const later = 'It was acknowledged when it was stored.';

/** Of the failures that any vendor may have, and of what a step of the host's own turns away. */
export const failureGuide: Readonly<Record<CoreFailure['kind'] | 'turnedAway', FailureGuide>> = {
  wrongMethod: {
    what: 'A request that is not a POST: a browser, a health check, or a POST that a redirect has turned into a GET. `onFailure` is not called.',
    todo: 'Enter the URL at the vendor as it is, with `https` and without anything that redirects.',
  },
  repeatedParameter: {
    what: 'A query parameter is given twice, so two readers may read two different values.',
    todo: 'No vendor sends this: look for a proxy that adds parameters. Otherwise it may be an attack.',
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
    todo: "If the vendor really sent it, raise the limit in the vendor's options.",
  },
  bodyTooSlow: {
    what: 'The body did not arrive within `bodyTimeoutMs`.',
    todo: 'Look at the network and at proxies in front; the vendor has given up by then.',
  },
  bodyUnreadable: {
    what: 'The body could not be read: the connection broke, decompression failed, or the JSON is nested too deeply.',
    todo: 'The message has the reason. A single one points to the network, many point to a proxy that changes bodies.',
  },
  bodyMisread: {
    what: 'A parser of your app has read the body first, and its result does not show what the vendor sent.',
    todo: 'Mount `imCallbacks` before your parsers, or leave its path out of them. The message names the parser.',
    answer: 'HTTP 400; a before-callback whose policy is `refuse`: a refusal.',
  },
  encodingUnknown: {
    what: 'The `Content-Encoding` is not gzip, deflate or br.',
    todo: 'No vendor sends this: configure the proxy in front to leave bodies unchanged.',
  },
  notUtf8: {
    what: 'The body has bytes that are not UTF-8. They were read as U+FFFD.',
    todo: 'Check whether a proxy in front changes the encoding of bodies. A text with U+FFFD in it is not what the user wrote.',
    answer: goesOn,
  },
  notJson: {
    what: 'The body is empty, or not JSON.',
    todo: 'The caller is not the vendor, or a proxy truncates bodies. `npx im-callbacks doctor` says which.',
  },
  notAnObject: {
    what: 'The body is JSON, but not an object.',
    todo: 'No vendor sends this: find out who calls.',
  },
  noCommand: {
    what: 'Neither the URL nor the body names a callback command.',
    todo: 'A proxy that drops the query or shortens the path causes this; run `npx im-callbacks doctor`. OpenIM 2.0.0 and 2.0.1 send one such callback: set `serverVersion`.',
  },
  commandMismatch: {
    what: 'The URL and the body name different commands.',
    todo: 'No vendor sends this: look for a rewrite rule in front. Otherwise it may be an attack.',
  },
  undecodable: {
    what: 'Required fields of the body are missing, or have another type than in the catalogue. The message lists up to ten of them, without their values.',
    todo: 'Compare with the command in [Commands](commands.md). A newer server of the vendor may send another form: update this package, and report it.',
    answer:
      "Before-callback: the failure policy's verdict. After-callback: the vendor's failure reply; with an inbox it is kept as a dead letter, and acknowledged.",
  },
  fieldsDropped: {
    what: 'Optional fields have another type than in the catalogue. They were left out.',
    todo: 'As for `undecodable`; your handler runs without these fields meanwhile.',
    answer: goesOn,
  },
  handlerFailed: {
    what: 'Your handler threw, or its promise was rejected. `cause` is what it threw.',
    todo: 'Fix the handler. Consider `failurePolicy` for before-callbacks, and an inbox for after-callbacks: it retries.',
  },
  badVerdict: {
    what: 'Your before-handler returned something that is not a verdict, or one that the vendor cannot use. The message says what to write.',
    todo: 'Return what the message says. If the handler clearly meant to stop the operation, it was refused.',
    answer: "A refusal if the handler meant one, otherwise the failure policy's verdict.",
  },
  deadlinePassed: {
    what: 'Your handler did not finish within `deadlineMs`.',
    todo: 'Look at `event.remainingMs()` and `event.signal` in the handler, and set time limits for what it calls. With an inbox, after-handlers run after the reply and have more time.',
    answer:
      "Before-callback: the failure policy's verdict. After-callback: an acknowledgement, because the handler runs on.",
  },
  finishedLate: {
    what: 'A handler ended after its deadline; its result came too late.',
    todo: 'As for `deadlinePassed`. `ms` says how long it took.',
    answer: 'The reply was sent at the deadline.',
  },
  replyNotSent: {
    what: 'The verdict could not be sent: your app had already answered, or the vendor had closed the connection.',
    todo: 'Look for a time-out middleware in front, and measure how long your handler takes.',
    answer: 'The reply of your app, or nothing.',
  },
  hookFailed: {
    what: 'One of the hooks `onAny`, `onUnknownCommand`, `onSettled` or `onGap` threw. `hook` is its name.',
    todo: 'Fix the hook. `onGap` is called again; the others are not.',
    answer: goesOn,
  },
  inboxUnavailable: {
    what: 'The event could not be stored in the inbox. `cause` is the error of the store.',
    todo: 'See [Reliability](reliability.md). It resumes by itself when the store is back.',
  },
  noHandler: {
    what: 'This worker has no handler for the command of a stored delivery, or does not know the command.',
    todo: 'Give `startWorker` the same handlers as `imCallbacks`, and the same version of this package.',
    answer: later,
  },
  interrupted: {
    what: 'The last attempts of a delivery ended with their process: most likely its handler ends the process, or uses up its memory.',
    todo: 'It is a dead letter now. To find the cause, run its handler in a separate process with the body of the dead letter.',
    answer: later,
  },
  workerStalled: {
    what: 'The worker of the inbox cannot work. The message has the reason.',
    todo: 'See [Reliability](reliability.md); deliveries wait until it works again.',
    answer: 'Nothing: it does not concern a single callback.',
  },
  inboxFault: {
    what: 'A part of the inbox is damaged or lost. The message says which.',
    todo: 'See [Reliability](reliability.md).',
    answer: 'Nothing: it does not concern a single callback. Callbacks that cannot be stored get 503.',
  },
  stepFailed: {
    what: 'A step of the pipeline threw, most likely one of your own. `cause` is what it threw.',
    todo: 'Fix the step. To turn a request away, return `turnAway({ message })`.',
  },
  turnedAway: {
    what: 'A step of your own has turned the request away. The message is yours.',
    todo: 'Nothing, if you meant it.',
    answer: 'Its `status`, by default 403.',
  },
};
