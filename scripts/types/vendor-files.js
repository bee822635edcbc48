/**
 * The files with the types of one vendor's bodies and commands: one a topic, one for what topics share, and the index.
 */
const { meaningOf } = require('../../dist/schema/meaning');
const { declarationsOf } = require('./declarations');
const { jsdoc } = require('./jsdoc');
const { shapeOf } = require('./shape');
const { bodyName, capital, partNames } = require('./type-names');

const written = (idea) => `/** ${idea} Written by \`npm run docs\` from the catalogue; do not edit. */`;

/** `groupMembers` → `group-members`. */
const fileOf = (topic) =>
  topic.replaceAll(/[A-Z]|\d+/g, (part, at) => `${at > 0 && !/\d/.test(part) ? '-' : ''}${part.toLowerCase()}`);

/**
 * Body and changes of each command as shapes; changes that several commands share have one name, that of their codec.
 */
function rootsOf({ topics, vocabulary }) {
  return Object.entries(topics).flatMap(([topic, commands]) =>
    commands.map((command) => {
      const meaning = (name, isByCodec = false) => (isByCodec ? vocabulary[name] : meaningOf(command, name));
      const changes = command.rewrite === undefined ? undefined : shapeOf(command.rewrite, meaning);
      return { topic, command, name: bodyName(command), shape: shapeOf(command.request, meaning), changes };
    }),
  );
}

function commandText({ command, name }, changesName) {
  const { vendor, wire, event, phase, drops, namesApp, summary } = command;
  const args = [
    `'${vendor}'`,
    `'${wire}'`,
    `'${event}'`,
    `'${phase}'`,
    name,
    'unknown',
    changesName ?? 'null',
    drops,
    namesApp,
  ];
  return `${jsdoc([summary])}\nexport interface ${name}Command\n  extends Command<${args.join(', ')}> {}`;
}

/** The declarations of a topic, by file. A declaration that two topics use goes to `parts`. */
function declared(vendor, roots) {
  const shapes = roots.flatMap(({ name, shape, changes }) => [
    { name, shape },
    ...(changes === undefined ? [] : [{ shape: { kind: 'list', item: changes } }]),
  ]);
  const nameOf = partNames(vendor, shapes);
  const topicsOf = new Map();
  const all = new Map();
  const commands = [];
  for (const root of roots) {
    const changesName = root.changes && nameOf(root.changes, root.name);
    const found = [
      ...declarationsOf(root.name, root.shape, `Body of \`${root.command.wire}\`.`, nameOf),
      ...(changesName ? declarationsOf(changesName, root.changes, titleOfChanges(root), nameOf) : []),
    ];
    for (const one of found) {
      all.set(one.name, one);
      topicsOf.set(one.name, (topicsOf.get(one.name) ?? new Set()).add(root.topic));
    }
    commands.push({
      topic: root.topic,
      name: `${root.name}Command`,
      text: commandText(root, changesName),
      uses: new Set([root.name, changesName].filter(Boolean)),
    });
  }
  const homeOf = (name) => (topicsOf.get(name).size > 1 ? 'parts' : [...topicsOf.get(name)][0]);
  return { all: [...all.values()].map((one) => ({ ...one, topic: homeOf(one.name) })), commands, homeOf };
}

const titleOfChanges = ({ command: { phase } }) =>
  phase === 'before' ? 'The fields that a `rewrite()` may change.' : 'The fields of an `answer()`.';

function fileText(topic, declarations, commands, homeOf) {
  const foreign = declarations
    .concat(commands)
    .flatMap(({ uses }) => [...uses])
    .filter((name) => homeOf(name) !== topic);
  const imports = [...new Set(foreign)].sort();
  return `${[
    written(
      topic === 'parts'
        ? 'What the bodies of several topics have in common.'
        : `Bodies and commands of the topic ${topic}.`,
    ),
    [
      ...(commands.length > 0 ? [`import type { Command } from '../../../../catalogue/command';`] : []),
      ...(imports.length > 0 ? [`import type { ${imports.join(', ')} } from './parts';`] : []),
    ].join('\n'),
    ...declarations.map(({ text }) => text),
    ...commands.map(({ text }) => text),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** `{ 'users.ts': '…' }` */
function vendorFiles({ name: vendor, topics, vocabulary }) {
  const { all, commands, homeOf } = declared(vendor, rootsOf({ topics, vocabulary }));
  const names = [...new Set([...all, ...commands].map(({ topic }) => topic))].sort();
  const inTopic = (topic) => (one) => one.topic === topic;
  const files = names.map((topic) => [
    `${fileOf(topic)}.ts`,
    fileText(topic, all.filter(inTopic(topic)), commands.filter(inTopic(topic)), homeOf),
  ]);
  return { ...Object.fromEntries(files), 'index.ts': indexText(vendor, names, commands) };
}

function indexText(vendor, topics, commands) {
  const imports = topics
    .filter((topic) => topic !== 'parts')
    .map((topic) => {
      const names = commands
        .filter((command) => command.topic === topic)
        .map(({ name }) => name)
        .sort();
      return `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from './${fileOf(topic)}';`;
    });
  const members = commands.map(({ name }) => `\n  | ${name}`).join('');
  return `${[
    written('The types of all bodies and commands.'),
    imports.join('\n'),
    topics.map((topic) => `export type * from './${fileOf(topic)}';`).join('\n'),
    `/** Every command of this vendor, as a union. */\nexport type ${capital(vendor)}Command =${members};`,
  ].join('\n\n')}\n`;
}

module.exports = { vendorFiles };
