/** One command in docs/commands.md. */
const { pathsOf } = require('../dist/codecs');
const { fieldsOf } = require('../dist/schema/meaning');
const { vendors } = require('../dist/vendors');
const { keyWords } = require('./key-words');
const { code, list, plain, table } = require('./markdown');
const { typeWords } = require('./type-words');

/** The text with each page that it cites (`1047/34354`) as a link, where the vendor has that page. */
function source(text, { pageUrl }) {
  return plain(text).replaceAll(/\b(\w+)\/(\w+)\b/g, (page, site, id) => {
    const url = pageUrl(site, id);
    return url === undefined ? page : `[${page}](${url})`;
  });
}

const confidence = {
  'from-code': 'known from source code only; no document describes it',
  'name-only': 'only the name is documented',
};

/** The key that tells one event from another, and the conversation that it belongs to. */
function identityOf(command) {
  const decoded = command.request.decode(command.sample);
  const { conversation } = decoded._tag === 'Right' ? command.identity(decoded.right) : {};
  return [`Key: ${keyWords(command)}`, `Conversation: ${conversation === undefined ? 'none' : code(conversation[0])}`];
}

function facts(command) {
  const { handler, phase, aliases, titleZh, secretInBody } = command;
  return list([
    ...(titleZh === undefined ? [] : [`Chinese title: ${plain(titleZh)}`]),
    `Handler: ${code(handler)}, ${phase === 'before' ? 'before the fact' : 'after the fact'}`,
    ...(aliases.length > 0 ? [`Aliases: ${aliases.map(code).join(', ')}`] : []),
    `Source: ${source(command.source, vendors[command.vendor].schema())}`,
    ...(command.confidence in confidence ? [`Confidence: ${confidence[command.confidence]}`] : []),
    ...(secretInBody.length > 0 ? [`Secrets in the body of old servers: ${secretInBody.map(code).join(', ')}`] : []),
    ...identityOf(command),
  ]);
}

/** An element of a list is neither required nor optional. */
function presence(path, required) {
  if (path.endsWith('[]')) return '';
  return required ? 'required' : 'optional';
}

function bodyTable(command, unions) {
  const rows = fieldsOf(command).map(({ path, type, required, meaning }) => [
    code(path),
    typeWords(type, unions),
    presence(path, required),
    plain(meaning ?? ''),
  ]);
  if (rows.length > 0) return table(['field', 'type', '', 'meaning'], rows);
  return 'The body is an open record: no document shows it, and all fields pass through unchanged.';
}

function codes({ plain: first, own }) {
  return own === undefined ? `code ${first}` : `code ${first}, or one of your own from ${own[0]} to ${own[1]}`;
}

function fieldTable(fields, title, unions) {
  const rows = fields.map(({ path, type, required }) => [
    code(path),
    typeWords(type, unions),
    presence(path, required),
  ]);
  return rows.length > 0 ? [table([title, 'type', ''], rows)] : [];
}

function verdicts({ phase, refusal, rewrite, drops, failurePolicy }, unions) {
  const changes = rewrite === undefined ? [] : pathsOf(rewrite);
  if (phase !== 'before') return fieldTable(changes, 'field of an answer', unions);
  const items = [`${code('allow()')}`, `${code('refuse()')}: ${codes(refusal)}`];
  if (changes.length > 0) items.push(`${code('rewrite({ … })')}: the fields below`);
  if (drops) items.push(`${code('drop()')}`);
  if (failurePolicy === 'refuse') items.push('Without a verdict it is refused, unless `failurePolicy` says otherwise.');
  return ['Verdicts:', list(items), ...fieldTable(changes, 'field of a rewrite', unions)];
}

/** Blocks of Markdown, to be separated by empty lines. */
function commandSection(command, unions) {
  return [
    `#### ${plain(command.wire)}`,
    plain(command.summary),
    facts(command),
    bodyTable(command, unions),
    ...verdicts(command, unions),
    ...(command.quirks.length > 0 ? ['What surprises:', list(command.quirks.map(plain))] : []),
  ];
}

module.exports = { commandSection };
