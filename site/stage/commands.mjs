/** A page for each command, cut out of docs/commands.md, and the list of all that leads to them. */
import { createRequire } from 'node:module';
import { headingsOf } from '../markdown/headings.mjs';
import { textOf } from './repository.mjs';

const require = createRequire(import.meta.url);
const { commands } = require('../../dist');
const { commandNamed } = require('../../dist/vendors/commands');

const source = 'docs/commands.md';
const byWire = new Map(commands.map((command) => [command.command, command]));

export const pageOfCommand = (wire) => `commands/${wire}.md`;

export function commandPages() {
  const text = textOf(source);
  const places = new Map(commandFamilies().flatMap((vendor) => vendor.families.flatMap(placesOf(vendor))));
  const pages = [...sectionsOf(text)].map(([wire, section]) => commandPage(wire, section, places.get(wire)));
  const missing = commands.filter(({ command }) => !pages.some(({ path }) => path === pageOfCommand(command)));
  if (missing.length > 0) throw new Error(`${source} lacks ${missing[0].command}; run: npm run docs`);
  return [listPage(text), ...pages];
}

/** The vendors, each with its families of commands, as docs/commands.md lists them. */
export function commandFamilies() {
  const vendors = [];
  for (const { level, text, anchor } of headingsOf(textOf(source))) {
    if (level === 2) vendors.push({ text, anchor, families: [] });
    if (level === 3) vendors.at(-1).families.push({ text, anchor, wires: [] });
    if (level === 4) vendors.at(-1).families.at(-1).wires.push(text);
  }
  return vendors.filter(({ families }) => families.length > 0);
}

const linkToList = ({ text, anchor }) => `[${text}](/commands/index.md#${anchor})`;
const placesOf = (vendor) => (family) =>
  family.wires.map((wire) => [wire, `${linkToList(vendor)} › ${linkToList(family)}`]);

/** Wire name → what the page says of the command, without its heading. */
function sectionsOf(text) {
  const sections = text.split(/^(?=#{2,4} )/m).filter((section) => section.startsWith('#### '));
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice('#### '.length, end), section.slice(end).trim()];
    }),
  );
}

function commandPage(wire, section, place) {
  const { handler, summary, titleZh } = byWire.get(wire) ?? fail(wire);
  const others = commands.filter((other) => other.handler === handler && other.command !== wire);
  const links = others.map(({ command }) => `[${command}](/${pageOfCommand(command)})`);
  const parts = [
    `# ${wire}`,
    place,
    section,
    ...(links.length > 0 ? [`\`${handler}\` also handles ${links.join(', ')}.`] : []),
    `## Sample\n\n\`\`\`json\n${JSON.stringify(commandNamed(wire).sample, null, 2)}\n\`\`\``,
    `\`\`\`sh\nnpx im-callbacks send ${wire} --to http://127.0.0.1:3000/im-callback\n\`\`\``,
  ];
  return {
    path: pageOfCommand(wire),
    head: {
      source,
      title: wire,
      description: summary,
      prev: false,
      next: false,
      // Under these names it is looked for.
      searchTitle: [wire, handler, titleZh].filter((name) => name !== undefined).join(' · '),
    },
    text: `${parts.join('\n\n')}\n`,
  };
}

function fail(wire) {
  throw new Error(`${source} has ${wire}, which the catalogue does not know; run: npm run docs`);
}

/** The same page with a line in place of what each command's own page says. */
function listPage(text) {
  const list = text.split(/^(?=#{2,4} )/m).map((section) => {
    if (!section.startsWith('#### ')) return section;
    const wire = section.slice('#### '.length, section.indexOf('\n'));
    const { summary, titleZh } = byWire.get(wire) ?? fail(wire);
    return `- [${wire}](/${pageOfCommand(wire)}): ${escaped(summary)}${titleZh === undefined ? '' : ` ${titleZh}`}\n`;
  });
  return { path: 'commands/index.md', head: { source }, text: list.join('').replaceAll(/(?<=^- .*\n)(?=#)/gm, '\n') };
}

const escaped = (text) => text.replaceAll(/[\\*`<>[\]]/g, '\\$&');
