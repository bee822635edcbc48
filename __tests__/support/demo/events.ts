import { get, type IncomingMessage } from 'node:http';
import { until } from './running-app';

interface ServerEvent {
  readonly event: string;
  readonly id: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON came; the tests look into it
  readonly data: any;
}

export interface Subscription {
  readonly status: number;
  /** All rows that came, in their order. */
  rows(): ServerEvent['data'][];
  /** Of all events with this name. */
  events(name: string): ServerEvent[];
  lastId(): string | undefined;
  readonly response: IncomingMessage;
  close(): void;
}

const open = new Set<Subscription>();
afterEach(() => {
  for (const subscription of open) subscription.close();
  open.clear();
});

/** Subscribes as a browser does; `lastEventId` where it connects again. */
export async function subscribe(url: string, lastEventId?: string): Promise<Subscription> {
  const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
  const request = get(url, { headers });
  // The server may go away in the middle.
  request.on('error', () => undefined);
  const response = await new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
  let text = '';
  response.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  response.on('error', () => undefined);

  function all(): ServerEvent[] {
    const blocks = text.split('\n\n').slice(0, -1);
    return blocks.filter((block) => block.includes('event: ')).map(parsed);
  }

  const subscription: Subscription = {
    status: response.statusCode ?? 0,
    events: (name) => all().filter(({ event }) => event === name),
    rows: () =>
      all()
        .filter(({ event }) => event === 'rows')
        .flatMap(({ data }) => data),
    lastId: () => all().findLast(({ id }) => id !== undefined)?.id,
    response,
    close: () => request.destroy(),
  };
  open.add(subscription);
  return subscription;
}

function parsed(block: string): ServerEvent {
  const field = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1];
  return { event: field('event') ?? '', id: field('id'), data: JSON.parse(field('data') ?? 'null') };
}

/** Waits for messages with these numbers, which may have come in several versions. */
export function untilSeqs(subscription: Subscription, seqs: readonly number[]): Promise<void> {
  return until(() => {
    const came = new Set(
      subscription
        .rows()
        .filter(({ kind }) => kind === 'message')
        .map(({ seq }) => seq),
    );
    expect([...came].sort((a, b) => a - b)).toEqual(seqs);
  });
}
