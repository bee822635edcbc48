/** The text of docs/commands.md, from the catalogue. */
const { pathsOf } = require('../dist/codecs');
const { vendors } = require('../dist/vendors');
const { allCommands } = require('../dist/vendors/commands');
const { commandSection } = require('./command-section');
const { isDated } = require('./key-words');
const { code, plain, table, toHeading } = require('./markdown');
const { headingOf, typeWords, unionsIn } = require('./type-words');

const listed = Object.values(vendors);

/** Vendors with commands whose key is a digest of a body with a time. */
const dating = listed.filter(({ commands }) => commands.some(isDated)).map(({ shortLabel }) => shortLabel);

/** `groupMembers` → `Group members`. */
function topicHeading(topic) {
  const text = topic.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return /\d/.test(text) ? text.toUpperCase() : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Handler option → the command of each vendor that it serves. Before stands beside after. */
function handlerTable() {
  const sortKey = ({ event, phase }) => `${event.toLowerCase()} ${phase === 'before' ? 0 : 1}`;
  const byEvent = (a, b) => (sortKey(a) < sortKey(b) ? -1 : 1);
  const handlers = [...new Set([...allCommands].sort(byEvent).map(({ handler }) => handler))];
  const served = (handler, { commands }) =>
    commands
      .filter((command) => command.handler === handler)
      .map(({ wire }) => toHeading(wire))
      .join(', ');
  return table(
    ['handler', ...listed.map(({ label }) => label)],
    handlers.map((handler) => [code(handler), ...listed.map((vendor) => served(handler, vendor))]),
  );
}

/** The members of a tagged union: what the object is for each value of its tag. */
function unionSection(union, unions) {
  const fieldsOf = (member) =>
    pathsOf(member)
      .filter(({ path }) => path !== union.tag)
      .map(({ path, type, required }) => `${code(path)} ${typeWords(type, unions)}${required ? '' : ', optional'}`)
      .join('<br>');
  const rows = Object.entries(union.members).map(([tag, member]) => [code(tag), fieldsOf(member)]);
  return [
    `## ${headingOf(union.name)}`,
    `${code(union.tag)} tells what the object is. An object with another ${code(union.tag)} passes through unchanged.`,
    table([code(union.tag), 'fields'], rows),
  ];
}

function commandsPage() {
  const unions = unionsIn(allCommands.map(({ request }) => request));
  const topicSections = ([topic, commands]) => [
    `### ${topicHeading(topic)}`,
    ...commands.flatMap((command) => commandSection(command, unions)),
  ];
  const sections = [
    '# Commands',
    '<!-- Written by `npm run docs` from src/vendors/*/catalogue. Do not edit. -->',
    `All ${allCommands.length} commands that the catalogue knows. ${listed.map(({ commands, label }) => `${commands.length} are from ${toHeading(label)}`).join(', ')}.`,
    `The table of a command lists the fields of its body as a handler sees them. \`A[].B\` is field \`B\` of the objects in list \`A\`. Fields that are not listed pass through unchanged. \`event.key\` is made of the parts named under Key. When a part is missing, or no parts name the event, a body that holds its time in milliseconds gets a digest of its bytes as the key (${dating.join(', ')}; two spellings of one body are two events). Any other delivery gets a key of its own. \`event.conversation\` is set where the event belongs to a conversation.`,
    '## Handlers',
    handlerTable(),
    ...listed.flatMap(({ label, topics }) => [`## ${plain(label)}`, ...Object.entries(topics).flatMap(topicSections)]),
    ...[...unions.values()].flatMap((union) => unionSection(union, unions)),
  ];
  return `${sections.join('\n\n')}\n`;
}

module.exports = { commandsPage };
