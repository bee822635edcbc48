import type { VendorValue } from '../vendor';
import { type ParlourCommand, parlourCommands, parlourIndex, parlourTopics, parlourVocabulary } from './catalogue';
import { isParlour } from './receive/envelope';
import { type ParlourFailure, strangerAtTheDoor } from './receive/failures';

type Receive = typeof import('./receive').receive;
type Sending = typeof import('./send').sending;
type Messages = typeof import('./message').messages;

export const parlour: VendorValue<'parlour', ParlourCommand, ParlourFailure, Receive, Sending, Messages> = {
  name: 'parlour',
  label: 'The Parlour',
  shortLabel: 'Parlour',
  topics: parlourTopics,
  commands: parlourCommands,
  index: parlourIndex,
  vocabulary: parlourVocabulary,
  example: `parlour: { key: 'the key of both sides' }`,
  ownOptions: ['key'],
  isMine: isParlour,
  failures: [strangerAtTheDoor],
  receiving: () => (require('./receive') as typeof import('./receive')).receive,
  sending: () => (require('./send') as typeof import('./send')).sending,
  messages: () => (require('./message') as typeof import('./message')).messages,
  commandLine: () => (require('./doctor') as typeof import('./doctor')).commandLine,
  schema: () => (require('./schema') as typeof import('./schema')).parlourSchema,
};
