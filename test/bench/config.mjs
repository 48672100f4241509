/** Reading a config, as ratios to finding its tags and attributes alone, by the same parser with nothing listening. In Node. */
import { SaxesParser } from 'saxes';
import { tsImport } from 'tsx/esm/api';

/** A question of seven tags. */
const question = (index) => `  <View className="row" style="display:flex">
    <Header value="Question ${index}"/>
    <Text name="text-${index}" value="$text"/>
    <Choices name="choice-${index}" toName="text-${index}" choice="multiple">
      <Choice value="Yes" alias="y"/>
      <Choice value="No &amp; never" hint="Not at all"/>
      <Choice value="Only ${index}"/>
    </Choices>
  </View>
`;
const configOf = (questions) =>
  `<View>\n${Array.from({ length: questions }, (_, index) => question(index)).join('')}</View>`;

/** The middle of so many times, in milliseconds. Each takes the mean of `repeats`, as short ones cannot be told. */
function timed(act, times, repeats) {
  const taken = [];
  for (let time = 0; time < times; time++) {
    const started = performance.now();
    for (let repeat = 0; repeat < repeats; repeat++) act();
    taken.push((performance.now() - started) / repeats);
  }
  return taken.sort((a, b) => a - b)[times >> 1];
}

export async function benchConfig({ rounds }) {
  const { parseConfig } = await tsImport('../../src/config/parse.ts', import.meta.url);
  const { readConfig } = await tsImport('../../src/config/read.ts', import.meta.url);
  const { PluginRegistry } = await tsImport('../../src/store/registry.ts', import.meta.url);
  const { builtInTags } = await tsImport('../../src/tags/index.ts', import.meta.url);
  const registry = new PluginRegistry();
  registry.use(builtInTags);
  const runs = rounds * 4 + 1;
  for (const [name, questions, repeats] of [
    ['200 tags', 28, 20],
    ['1 MB', 2900, 1],
  ]) {
    const xml = configOf(questions);
    const tokenize = () => new SaxesParser({ position: false }).write(xml).close();
    const read = () => readConfig(xml, { text: 'x' }, registry);
    const { nodes, problems } = read();
    if (problems.length > 0) throw new Error(`the config is wrong: ${problems[0].message}`);
    // Until it is compiled.
    for (const act of [tokenize, read]) timed(act, 3, repeats);
    const floor = timed(tokenize, runs, repeats);
    const parsed = timed(() => parseConfig(xml), runs, repeats);
    const all = timed(read, runs, repeats);
    const size = `${nodes.length} tags, ${Math.round(xml.length / 1000)} kB`;
    const ratio = (time) => `${time.toFixed(2)} ms, ${(time / floor).toFixed(1)}×`;
    console.log(
      `${name} (${size}): tokens ${floor.toFixed(2)} ms; parsed ${ratio(parsed)}; parsed and checked ${ratio(all)}`,
    );
  }
}
