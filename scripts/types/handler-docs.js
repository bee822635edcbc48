/** The file with what editors show of each handler option: an interface of one documented property for each. */
const { FieldsType } = require('../../dist/codecs');
const { jsdoc } = require('./jsdoc');

const head = `/**
 * What editors show of each handler option. \`src/receiver/handlers.ts\` takes the names of its handlers from here, so that
 * an editor finds the documentation with the name. Written by \`npm run docs\` from the catalogue; do not edit.
 */
export interface HandlerDocs {`;

const quoted = (text) => `\`${text}\``;
const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);
const oneOf = (words) => (words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

const anchorOf = (wire) => wire.toLowerCase().replaceAll(/[^\w-]/g, '');

/** The verdicts that a command takes, in the words of the functions that make them. */
function verdictsOf({ refusal, rewrite, drops, failurePolicy }) {
  const changes = rewrite === undefined ? [] : Object.keys({ ...rewrite.required, ...rewrite.optional });
  const own =
    refusal.own === undefined
      ? ''
      : ` with a code from ${refusal.own[0]} to ${refusal.own[1]} or the plain ${refusal.plain}`;
  const verdicts = [
    '`allow()`',
    `\`refuse()\`${own}`,
    ...(changes.length > 0 ? [`\`rewrite()\` of ${changes.join(', ')}`] : []),
    ...(drops ? ['`drop()`'] : []),
  ];
  const policy =
    failurePolicy === 'refuse' ? ' Without a verdict it is refused, unless `failurePolicy` says otherwise.' : '';
  return `Takes ${oneOf(verdicts)}.${policy}`;
}

/** The first sentence of a summary, and the rest of it. */
function cut(summary) {
  const [, first, rest] = /^(.+?[.!?])(?:\s+(.+))?$/s.exec(sentence(summary));
  return { first, rest };
}

/** The facts that hold for this vendor, without the sentence that is already the `heading`. */
function bulletOf(command, { label }, heading) {
  const { wire, aliases, titleZh, quirks, phase, rewrite } = command;
  const { first, rest } = cut(command.summary);
  const names = [
    quoted(wire),
    ...aliases.map((alias) => `also ${quoted(alias)}`),
    ...(titleZh === undefined ? [] : [titleZh]),
  ];
  const facts = [
    ...(first === heading ? [] : [first]),
    ...(rest === undefined ? [] : [rest]),
    ...(phase === 'before' ? [verdictsOf(command)] : []),
    ...(phase === 'after' && rewrite !== undefined
      ? [`An \`answer()\` may hold ${Object.keys({ ...rewrite.required, ...rewrite.optional }).join(', ')}.`]
      : []),
    ...quirks.map(sentence),
    `Fields: docs/commands.md#${anchorOf(wire)}.`,
  ];
  return `- ${label}: ${names.join(', ')}. ${facts.join(' ')}`;
}

/** A field to show in an example: the first one that is always there and says more than the name of the command. */
function fieldOf({ request }) {
  const required = request instanceof FieldsType ? Object.keys(request.required) : [];
  const name = required.find((key) => key.toLowerCase() !== 'callbackcommand');
  return name === undefined ? 'event.key' : `event.body.${name}`;
}

function exampleOf(handler, commands) {
  const last = commands.at(-1);
  const value = commands
    .slice(0, -1)
    .reduceRight(
      (rest, command) => `event.vendor === '${command.vendor}' ? ${fieldOf(command)} : ${rest}`,
      fieldOf(last),
    );
  if (last.phase === 'after') return ` ${handler}: async (event) => { await save(${value}); },`;
  return ` ${handler}: async (event) => ((await isWelcome(${value})) ? allow() : refuse({ info: 'not here' })),`;
}

/** The first page of the vendor that the command's facts come from. */
function pageOf({ source }, { schema }) {
  const cited = [...source.matchAll(/\b(\w+)\/(\w+)\b/g)].map(([, site, id]) => schema().pageUrl(site, id));
  return cited.find((url) => url !== undefined);
}

function propertyOf(handler, commands, vendors) {
  const [first] = commands;
  const vendorOf = ({ vendor }) => vendors.find(({ name }) => name === vendor);
  const heading = cut(first.summary).first;
  const when =
    first.phase === 'before'
      ? 'Called before the fact: what it returns decides.'
      : 'Called after the fact: what it returns does not matter.';
  const answered = first.phase === 'after' && commands.some(({ rewrite }) => rewrite !== undefined);
  const pages = commands.map((command) => pageOf(command, vendorOf(command))).filter((url) => url !== undefined);
  const text = jsdoc(
    [
      `${heading} ${answered ? 'Called after the fact: it may return an `answer()`.' : when}`,
      '',
      ...commands.map((command) => bulletOf(command, vendorOf(command), heading)),
      '@example',
      exampleOf(handler, commands),
      ...pages.map((url) => `@see ${url}`),
    ],
    '  ',
  );
  return `${text}\n  ${handler}: unknown;`;
}

function handlerDocs(vendors) {
  const byHandler = grouped(vendors);
  const properties = [...byHandler].map(([handler, commands]) => propertyOf(handler, commands, vendors));
  return `${head}\n${properties.join('\n')}\n}\n`;
}

/** Handler → its commands, in the order of vendors. */
function grouped(vendors) {
  const byHandler = new Map();
  for (const command of vendors.flatMap(({ commands }) => commands)) {
    byHandler.set(command.handler, [...(byHandler.get(command.handler) ?? []), command]);
  }
  return new Map([...byHandler].sort(([a], [b]) => (a < b ? -1 : 1)));
}

module.exports = { handlerDocs };
