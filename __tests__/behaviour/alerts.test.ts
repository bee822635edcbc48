/** docs/alerts.yml and docs/grafana-dashboard.json name what the Prometheus exporter really exposes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { memoryInbox } from '../../src/inbox/memory';
import { vendors } from '../../src/vendors';
import { freePort } from '../support/free-port';
import { eventually } from '../support/inbox/deliveries';
import { after, before, signed, watched } from '../support/otel/requests';
import { send } from '../support/send';

const root = join(__dirname, '..', '..');
const docs = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');
const page = docs('operations.md');

/** What a scrape holds: the names of its series, and the labels of each. */
interface Exposed {
  readonly names: ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
}

describe('the alerts and the dashboard', () => {
  const alerts = [...docs('alerts.yml').matchAll(/^ +expr: (.*)$/gm)].map(([, expression]) => expression ?? '');
  const panels: { targets?: { expr: string }[] }[] = JSON.parse(docs('grafana-dashboard.json')).panels;
  const expressions = [...alerts, ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))];
  let exposed: Exposed;

  beforeAll(async () => {
    exposed = parse(await scrape());
  });

  it('name metrics that the Prometheus exporter exposes, all of them', () => {
    expect([alerts.length, panels.length]).toEqual([15, 17]);
    const named = new Set(expressions.flatMap(metricsIn));
    expect([...named].filter((name) => !exposed.names.has(name))).toEqual([]);
    const families = new Set([...exposed.names].map(familyOf));
    const unused = [...families].filter((family) => ![...named].some((name) => familyOf(name) === family));
    expect(unused).toEqual(['target_info']);
  });

  it('name labels that they have', () => {
    for (const expression of expressions)
      for (const [, name = '', selector = ''] of expression.matchAll(/(\w+)\{([^}]*)\}/g))
        for (const [, label = ''] of selector.matchAll(/(\w+)(?:=~|!=|=)/g))
          expect([name, label, exposed.labels.get(name)?.has(label)]).toEqual([name, label, true]);
    const grouped = expressions.flatMap((one) =>
      [...one.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list]) => list?.split(', ')),
    );
    const all = new Set([...exposed.labels.values()].flatMap((labels) => [...labels]));
    expect(grouped.filter((label) => !all.has(label ?? ''))).toEqual([]);
  });

  it('name kinds of failures that there are', () => {
    const common = readFileSync(join(root, 'src/callback/failure.ts'), 'utf8').matchAll(/kind: '(\w+)'/g);
    const own = Object.values(vendors).flatMap(({ failures }) => failures.map(({ kind }) => kind as string));
    const kinds = new Set([...[...common].map(([, kind]) => kind), ...own]);
    const named = expressions.flatMap((one) =>
      [...one.matchAll(/error_type=~?"([^"]+)"/g)].flatMap(([, k]) => k?.split('|')),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('are all explained', () => {
    const names = [...docs('alerts.yml').matchAll(/alert: (\w+)/g)].map(([, name = '']) => name);
    const explained = (name: string) => page.includes(`\`${name.replace(/(Deadline)(Tencent|Openim)$/, '$1…')}\``);
    expect(names.filter((name) => !explained(name))).toEqual([]);
    const families = [...new Set([...exposed.names].map(familyOf))].filter((name) => name !== 'target_info');
    const listed = page.replace('`im_inbox_waiting` …', '`im_inbox_waiting`, `im_inbox_running`, `im_inbox_dead`');
    expect(families.filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
  });
});

/** Lets everything happen that is counted, and reads what Prometheus would. */
async function scrape(): Promise<string> {
  const port = await freePort();
  const exporter = new PrometheusExporter({ port, host: '127.0.0.1' });
  const provider = new MeterProvider({ readers: [exporter] });
  metrics.setGlobalMeterProvider(provider);
  const onGroupMsg = () => Promise.reject(new Error('no'));
  const gaps: unknown[] = [];
  const { app, callbacks, settled } = watched({
    inbox: memoryInbox(),
    worker: { attempts: 1, gapGraceMs: 1 },
    onGroupMsg,
    beforeGroupMsg: () => Promise.reject(new Error('no')),
    onGap: (gap: unknown) => gaps.push(gap),
  });
  await callbacks.ready();
  for (const MsgSeq of [1, 5]) await send(app, signed(after, { MsgSeq }));
  await send(app, signed(before));
  await eventually(() => gaps.length > 0 && settled.length === 5);
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await callbacks.drain();
  await provider.shutdown();
  return text;
}

function parse(text: string): Exposed {
  const names = new Set<string>();
  const labels = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [, name, list = ''] = /^(\w+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (name === undefined) continue;
    names.add(name);
    const known = labels.get(name) ?? new Set();
    for (const [, label = ''] of list.matchAll(/(\w+)="/g)) known.add(label);
    labels.set(name, known);
  }
  return { names, labels };
}

/** What is left of an expression without selectors, label lists, ranges and numbers are functions and metrics. */
function metricsIn(expression: string): string[] {
  const bare = expression.replace(/\{[^}]*\}|\[[^\]]*\]|by \([^)]*\)/g, ' ');
  return [...bare.matchAll(/\b[a-z]\w*_\w+\b(?! *\()/g)].map(([name]) => name);
}

function familyOf(name: string): string {
  return name.replace(/_(bucket|sum|count)$/, '');
}
