/** What Prometheus reads of an inbox in PostgreSQL, which several processes share, and while it is away. */
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { postgresInbox } from '../../src/inbox/postgres';
import { freePort } from '../support/free-port';
import { delivery, eventually } from '../support/inbox/deliveries';
import { describeWithPostgres, type PostgresServer, startPostgres } from '../support/inbox/postgres/postgres-server';
import { watched } from '../support/otel/requests';

describeWithPostgres('the gauges of an inbox in PostgreSQL', () => {
  let server: PostgresServer;
  let provider: MeterProvider;
  let port: number;
  beforeAll(async () => {
    server = await startPostgres();
    port = await freePort();
    provider = new MeterProvider({ readers: [new PrometheusExporter({ port, host: '127.0.0.1' })] });
    metrics.setGlobalMeterProvider(provider);
  }, 60_000);
  afterAll(async () => {
    await provider.shutdown();
    await server.remove();
  });

  /** The gauges of docs/alerts.yml, by name. */
  async function scraped(): Promise<Record<string, number>> {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const lines = [...text.matchAll(/^(im_inbox_(?:waiting|running|dead|oldest|up))(?:\{[^}]*\})? (\S+)$/gm)];
    return Object.fromEntries(lines.map(([, name = '', value]) => [name, Number(value)]));
  }

  it('show what waits, runs and is dead, of all processes, how old it is, and whether it can be asked', async () => {
    const ends: (() => void)[] = [];
    const inbox = postgresInbox({ connection: server.url });
    const { callbacks } = watched({
      inbox,
      worker: { concurrency: 1 },
      onGroupMsg: () => new Promise<void>((resolve) => ends.push(resolve)),
    });
    const other = postgresInbox({ connection: server.url });
    try {
      await callbacks.ready();
      await other.open();
      expect(await scraped()).toEqual({
        ...{ im_inbox_waiting: 0, im_inbox_running: 0, im_inbox_dead: 0, im_inbox_oldest: 0, im_inbox_up: 1 },
      });
      const body = JSON.stringify({ GroupId: 'g', From_Account: 'a', MsgSeq: 1, MsgBody: [] });
      for (let i = 0; i < 3; i++) await other.accept(delivery({ body }));
      await other.bury(delivery({ body }), 'never');
      await eventually(async () => {
        const shown = await scraped();
        return shown.im_inbox_running === 1 && (shown.im_inbox_oldest ?? 0) > 0;
      });
      expect(await scraped()).toMatchObject({ im_inbox_waiting: 2, im_inbox_dead: 1, im_inbox_up: 1 });
      await server.kill();
      await eventually(async () => (await scraped()).im_inbox_up === 0);
      await server.start();
      await eventually(async () => (await scraped()).im_inbox_up === 1, 30_000);
      await eventually(async () => {
        for (const end of ends.splice(0)) end();
        return (await scraped()).im_inbox_waiting === 0;
      }, 30_000);
    } finally {
      for (const end of ends) end();
      await other.close();
      await callbacks.drain({ timeoutMs: 0 });
    }
  }, 120_000);
});
