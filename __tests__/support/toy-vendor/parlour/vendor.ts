import type { VendorValue } from '../vendor';
import { type ParlourCommand, parlourCommands, parlourIndex, parlourTopics, parlourVocabulary } from './catalogue';
import { isParlour } from './receive/envelope';
import { type ParlourFailure, strangerAtTheDoor } from './receive/failures';
import { type ParlourOptions, parlourSettings } from './receive/options';
import { parlourRouter } from './receive/router';

type Sending = typeof import('./send').sending;

export const parlour: VendorValue<'parlour', ParlourCommand, ParlourOptions, ParlourFailure, Sending> = {
  name: 'parlour',
  label: 'The Parlour',
  shortLabel: 'Parlour',
  topics: parlourTopics,
  commands: parlourCommands,
  index: parlourIndex,
  vocabulary: parlourVocabulary,
  example: `parlour: { key: 'the key of both sides' }`,
  isMine: isParlour,
  receive: (options, shared) => parlourRouter(parlourSettings(options, shared)),
  failures: [strangerAtTheDoor],
  sending: () => (require('./send') as typeof import('./send')).sending,
  schema: () => (require('./schema') as typeof import('./schema')).parlourSchema,
};
