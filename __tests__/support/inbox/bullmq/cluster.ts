import { freePort } from '../../free-port';
import { eventually } from '../deliveries';
import { type RedisServer, startRedis } from './redis-server';

/** A Redis Cluster of three nodes with a third of the slots each, and a replica of the one that holds the inbox. */
export interface RedisCluster {
  /** The node that holds the keys of an inbox with the default prefix. */
  readonly holder: RedisServer;
  readonly replica: RedisServer;
  /** One that does not. */
  readonly other: RedisServer;
  remove(): Promise<void>;
}

const slots = 16_384;

interface Node extends RedisServer {
  readonly busPort: number;
}

async function startNode(): Promise<Node> {
  // By default 10,000 above the other one, where no port may be any more.
  const busPort = await freePort();
  const server = await startRedis(['--cluster-enabled', 'yes', '--cluster-port', String(busPort)]);
  return Object.assign(server, { busPort });
}

export async function startCluster(): Promise<RedisCluster> {
  const nodes = await Promise.all([1, 2, 3, 4].map(startNode));
  const [first, , , replica] = nodes as [Node, Node, Node, Node]; // as: there are four
  for (const [i, node] of nodes.slice(0, 3).entries()) {
    const [from, to] = [i, i + 1].map((third) => Math.floor((slots / 3) * third)) as [number, number]; // as: of two
    await node.client.call('CLUSTER', 'ADDSLOTSRANGE', from, to - 1);
  }
  for (const node of nodes) await node.client.call('CLUSTER', 'MEET', '127.0.0.1', first.port, first.busPort);
  const slot = (await first.client.cluster('KEYSLOT', '{im-callbacks}')) as number;
  const holder = nodes[Math.floor(slot / (slots / 3))] ?? first;
  await eventually(() => allKnow(nodes, 4));
  const id = await holder.client.cluster('MYID');
  await eventually(
    async () => (await replica.client.call('CLUSTER', 'REPLICATE', String(id)).catch(() => '')) === 'OK',
  );
  await eventually(
    async () => (await state(holder)) === 'ok' && /master_link_status:up/.test(await replica.client.info()),
  );
  return {
    holder,
    replica,
    other: nodes.find((node) => node !== holder && node !== replica) ?? first,
    async remove() {
      for (const node of nodes) await node.remove();
    },
  };
}

async function allKnow(nodes: readonly Node[], count: number): Promise<boolean> {
  const lists = await Promise.all(nodes.map((node) => node.client.cluster('NODES')));
  return lists.every(
    (list) =>
      String(list)
        .trim()
        .split('\n')
        .filter((line) => !/handshake/.test(line)).length === count,
  );
}

async function state(node: Node): Promise<string | undefined> {
  return /cluster_state:(\w+)/.exec(String(await node.client.cluster('INFO')))?.[1];
}
