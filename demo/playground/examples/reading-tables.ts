import type { Example } from './example.js';

const ports = ['Dover', 'Leith', 'Hull', 'Bristol', 'Cardiff', 'Belfast', 'Aberdeen', 'Plymouth'];
const ships = ['Endeavour', 'Cutty Sark', 'Great Eastern', 'Discovery', 'Terra Nova', 'Beagle'];

/** Calls of ships in ports, made up. */
function calls(count: number): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    call: index + 1,
    ship: ships[(index * 5) % ships.length],
    port: ports[(index * 3) % ports.length],
    tons: Math.round(400 + ((index * 7919) % 9000)),
    cargo: index % 4 === 0 ? { tea: (index % 50) + 1, wool: index % 9 } : 'ballast',
  }));
}

export const readingTables: Example = {
  id: 'tables',
  title: 'Tables',
  about: 'A record, and fifty thousand rows to scroll, sort and copy from.',
  config: `<View>
  <Header value="Does the record fit the log?"/>
  <Table name="record" value="$record"/>
  <Choices name="verdict" toName="record" layout="inline">
    <Choice value="It does"/>
    <Choice value="It does not"/>
  </Choices>
  <Header value="The log"/>
  <Table name="log" value="$log"/>
</View>`,
  task: () => ({
    id: 30,
    data: {
      record: {
        Ship: 'Cutty Sark',
        Built: 1869,
        Rig: 'Full-rigged ship',
        Notes:
          'One of the last tea clippers. She carried wool from Australia after steamers had taken over the tea trade.',
        Dimensions: { length: 64.7, beam: 11 },
      },
      log: calls(50_000),
    },
  }),
};
