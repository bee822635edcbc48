/** A group at one of the chat services, for the demo. */
export interface Room {
  readonly vendor: 'tencent' | 'openim';
  readonly id: string;
  readonly title: string;
  readonly members: readonly string[];
  /** The number of its last message. */
  seq: number;
}

export const rooms: readonly [Room, Room, Room] = [
  { vendor: 'tencent', id: '@TGS#1TRAILS', title: 'Trails', members: ['mira', 'jonas', 'amal', 'wei', 'noor'], seq: 0 },
  { vendor: 'tencent', id: '@TGS#2KITCHEN', title: 'Kitchen', members: ['noor', 'jonas', 'ines'], seq: 0 },
  { vendor: 'openim', id: '900100200', title: 'Lunch', members: ['wei', 'ines', 'amal'], seq: 0 },
];

export const sentences = [
  'who is in on Saturday?',
  'I can bring the stove',
  'the hut is booked for six',
  'running ten minutes late',
  'has anybody seen the blue rope?',
  'soup is ready',
  'thanks, that helps',
  'let us take the early train',
  'what about the long way round?',
  'see you at the bridge',
];
