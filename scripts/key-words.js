/** What the key of a command is made of, in words: its `identity` is run on a body in which no two values are equal. */
const { DecodedEvent } = require('../dist/callback/event');
const { FieldsType, ListType, OrElseType, TaggedType } = require('../dist/codecs');
const { code } = require('./markdown');

/** A value for every field of a codec; `names` gets the path of each value. */
function distinctBody(codec, names, at = '') {
  if (codec instanceof OrElseType) return distinctBody(codec.codec, names, at);
  if (codec instanceof TaggedType) return distinctBody(Object.values(codec.members)[0], names, at);
  if (codec instanceof ListType) return [distinctBody(codec.item, names, `${at}[]`)];
  if (codec instanceof FieldsType) {
    const fields = Object.entries({ ...codec.required, ...codec.optional });
    const inside = (key) => (at === '' ? key : `${at}.${key}`);
    return Object.fromEntries(fields.map(([key, inner]) => [key, distinctBody(inner, names, inside(key))]));
  }
  const isNumber = ['integer', 'number', 'int32'].includes(codec.name);
  const value = isNumber ? 1_000_001 + names.size : `value ${names.size}`;
  names.set(value, at);
  return codec.name === 'boolean' ? true : value;
}

/** The event of a callback with this body, and nothing else that a key could be made of. */
function eventOf(command, body) {
  const source = {
    vendor: command.vendor,
    wire: command.wire,
    query: {},
    operationID: '',
    receivedAt: 0,
    startedAt: 0,
  };
  return new DecodedEvent(source, command, body, 0);
}

/** Whether the key is a digest of a body with a time: no fields name the event, but equal bodies are one event. */
function isDated(command) {
  const body = distinctBody(command.request, new Map());
  return command.identity(body).key === undefined && eventOf(command, body).isIdentified;
}

function keyWords(command) {
  const names = new Map();
  const { key, at } = command.identity(distinctBody(command.request, names));
  const named = (key ?? []).map((part) => names.get(part)).filter((path) => path !== undefined);
  if (named.length > 0) return named.map(code).join(', ');
  return isDated(command) ? `a digest of the body, if ${code(names.get(at))} is there` : 'every delivery has its own';
}

module.exports = { isDated, keyWords };
