import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { type Plugin, rollup } from 'rollup';
import { root } from '../../scripts/project.mjs';
import { trim } from '../../scripts/rollup-trim.mjs';
import * as source from '../../src/config/parse.js';

const configs = [
  '<View>\n  <Text name="t" value="$text"/>\n  <Choices name="c" toName="t"><Choice value="A &amp; B"/></Choices>\n</View>',
  '<?xml version="1.1" encoding="utf-8"?><View><!-- a <b> --><Style><![CDATA[.a > .b { color: red }]]></Style>1.50</View>',
  '<View><Header value="&#65;&#x42; &copy; &euro; &lt;tag&gt; 0x10"/><Label value="007" hotkey="1"/></View>',
  '<View constructor="a" __proto__="b" toString="c"><View/><View></View>&nbsp;text &unknown; </View>',
  '<View><Text name="a"</View>',
  '<View><Text></View>',
  '<View a="1" a="2">',
  '</View>',
  'no markup',
  '<!DOCTYPE View [<!ENTITY a "b">]><View>&a;</View>',
  '<View a="<!-- "/><!DOCTYPE View [<!ENTITY a "b"><!-- c --><?d?>]><!DOCTYPE "a"><View>&a;</View>',
  '<View/><?xml version="1.0"?><?php a ?><?xml-stylesheet href="b"?>',
  '<?xml version="1.1" standalone="perhaps"?><View>\u0085\u2028\u0001 &#1; & ]]></View>',
  '<a:View xmlns:a="b" xmlns="" a:c="d"><:b/><c:/></a:View>',
  `${'<View>'.repeat(201)}${'</View>'.repeat(201)}`,
];

const typescript: Plugin = {
  name: 'typescript',
  resolveId: (id, importer) =>
    importer?.endsWith('.ts') && id.startsWith('.') ? join(importer, '..', id.replace(/\.js$/, '.ts')) : null,
  transform: async (code, id) => (id.endsWith('.ts') ? { code: (await transform(code, { loader: 'ts' })).code } : null),
};

/** The module that reads configs, as it is in the bundle for pages. */
async function trimmed(): Promise<typeof source> {
  const folder = await mkdtemp(join(tmpdir(), 'trim-'));
  try {
    const bundle = await rollup({
      input: join(root, 'src/config/parse.ts'),
      plugins: [nodeResolve(), commonjs(), typescript, trim() as Plugin],
      onwarn: () => {},
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    const file = join(folder, 'parse.mjs');
    await writeFile(file, output[0].code);
    assert.doesNotMatch(output[0].code, /unbound namespace|undefined entity/, 'nothing was trimmed');
    return (await import(pathToFileURL(file).href)) as typeof source;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('trim', () => {
  it('takes away nothing that reading a config comes to', async () => {
    const { parseConfig } = await trimmed();
    for (const config of configs) assert.deepEqual(parseConfig(config), source.parseConfig(config), config);
  });
});
