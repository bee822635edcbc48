/** All that speaks of the commands speaks of the same ones: the reference, the catalogue, `commands`, documents, schemas and README. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncapi, requestSchema } from '../../../src/schema';
import { vendors } from '../../../src/vendors';
import { allCommands, commands } from '../../../src/vendors/commands';
import { openimReference, tencentReference } from '../../support/fixtures/reference';

const root = join(__dirname, '..', '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const page = readFileSync(join(root, 'docs', 'commands.md'), 'utf8');

const wires = allCommands.map(({ wire }) => wire).sort();

describe('the commands of the catalogue are', () => {
  it('those of the reference, of each vendor', () => {
    const namesOf = (list: readonly { command: string }[]) => list.map(({ command }) => command).sort();
    const own = (vendor: 'tencent' | 'openim') => vendors[vendor].commands.map(({ wire }) => wire).sort();
    expect(own('tencent')).toEqual(namesOf(tencentReference));
    expect(own('openim')).toEqual(namesOf(openimReference));
    expect([tencentReference.length, openimReference.length]).toEqual([86, 62]);
  });

  it('those of `commands`, with the same facts', () => {
    const facts = allCommands.map(({ vendor, wire, aliases, phase, handler, summary, titleZh }) => ({
      vendor,
      command: wire,
      aliases,
      phase,
      handler,
      summary,
      titleZh,
    }));
    expect(commands).toEqual(facts);
  });

  it('those of docs/commands.md, in its count, too', () => {
    const headings = [...page.matchAll(/^#### (\S+)$/gm)].map(([, heading]) => heading);
    expect(headings.sort()).toEqual(wires);
    expect(page).toContain(`All ${wires.length} commands that the catalogue knows. 86 are from`);
    for (const { titleZh } of commands)
      if (titleZh !== undefined) expect(page).toContain(`- Chinese title: ${titleZh}\n`);
  });

  it('those that have schemas, and one channel each in the AsyncAPI document', () => {
    for (const wire of wires) expect(requestSchema(wire)).toMatchObject({ $id: expect.stringContaining(wire) });
    const text = JSON.stringify(asyncapi());
    expect(wires.filter((wire) => !text.includes(`"${wire}"`))).toEqual([]);
  });

  it('as many as README says, with as many handlers', () => {
    const [, handlers, count] = /(\d+) options for the (\d+) commands of both vendors/.exec(readme) ?? [];
    expect(Number(count)).toBe(wires.length);
    expect(Number(handlers)).toBe(new Set(commands.map(({ handler }) => handler)).size);
  });
});

describe('the Chinese titles', () => {
  it('are there for all of Tencent but one, whose page could not be found by its title, and for none of OpenIM', () => {
    const without = commands.filter(({ titleZh }) => titleZh === undefined);
    expect(without.filter(({ vendor }) => vendor === 'tencent').map(({ command }) => command)).toEqual([
      'Chatbot.OnC2CSignalMessage',
    ]);
    expect(without).toHaveLength(1 + 62);
  });
});
