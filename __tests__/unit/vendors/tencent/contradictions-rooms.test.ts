import { tencentCommands } from '../../../../src/vendors/tencent';
import { value } from '../../../support/codecs/outcome';
import { roomContradictions } from '../../../support/fixtures/contradictions-rooms';

const commands = new Map(tencentCommands.map((command) => [command.wire, command]));

describe('where the documents of rooms, live rooms and calls disagree, every reading decodes', () => {
  it.each(roomContradictions.map((reading) => [reading.wire, reading.says, reading] as const))(
    '%s: %s',
    (wire, _, reading) => {
      const command = commands.get(wire);
      if (command === undefined) throw new Error(`no command ${wire}`);
      expect(value(command.request, reading.body)).toMatchObject(reading.expect);
    },
  );
});
