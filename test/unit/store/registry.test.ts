import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Plugin } from '../../../src/contract/plugin.js';
import { checkPlugin } from '../../../src/contract.js';
import { rectangleShape } from '../../../src/shapes/rectangle/shape.js';
import { spanShape } from '../../../src/shapes/span/shape.js';
import { PluginRegistry } from '../../../src/store/registry.js';
import { builtInTags } from '../../../src/tags/index.js';
import { boxTool } from '../../../src/tools/box.js';
import { transformTool } from '../../../src/tools/transform.js';

const plugin = (tag: string, extra: object = {}): Plugin =>
  ({
    name: 'mine',
    tags: [{ contract: 1, kind: 'visual', tag, about: '', examples: [], attributes: {}, ...extra }],
  }) as Plugin;

describe('PluginRegistry', () => {
  it('finds a tag in any letter case and by alias, in its parent too', () => {
    const parent = new PluginRegistry();
    const own = new PluginRegistry(parent);
    parent.use(plugin('Molecule', { aliases: ['Mol'] }));
    assert.equal(own.tag('mOLECULE')?.tag, 'Molecule');
    assert.equal(own.tag('mol')?.tag, 'Molecule');
  });

  it('refuses a name that is taken, unless told to replace it', () => {
    const registry = new PluginRegistry();
    registry.use(plugin('Molecule'));
    assert.throws(() => registry.use(plugin('molecule')), /"molecule" is registered already/);
    registry.use(plugin('molecule', { about: 'new' }), { replace: true });
    assert.equal(registry.tag('Molecule')?.about, 'new');
  });

  it('keeps one element from the other', () => {
    const parent = new PluginRegistry();
    const one = new PluginRegistry(parent);
    const other = new PluginRegistry(parent);
    one.use(plugin('Molecule'));
    assert.equal(other.tag('Molecule'), undefined);
  });

  it('refuses another contract and says which it speaks', () => {
    assert.throws(() => new PluginRegistry().use(plugin('Molecule', { contract: 7 })), /contract 7.*speaks contract 1/);
  });

  it('fetches tags that come later, and leaves those that somebody brought meanwhile', async () => {
    const parent = new PluginRegistry();
    const own = new PluginRegistry(parent);
    const later = (plugin('Molecule').tags ?? []).concat(plugin('Atom').tags ?? []);
    parent.use({ name: 'later', later: [{ names: ['Molecule', 'Atom'], load: async () => later }] });
    assert.throws(() => own.use(plugin('atom')), /"atom" is registered already/);
    own.use(plugin('atom', { about: 'mine' }), { replace: true });
    const [family] = own.families;
    assert.ok(family);
    await own.fetchTags(family);
    assert.deepEqual([own.tag('Molecule')?.tag, own.tag('Atom')?.about, own.families], ['Molecule', 'mine', []]);
  });

  it('asks again for tags that could not be fetched', async () => {
    const registry = new PluginRegistry();
    let tries = 0;
    const load = async () => {
      if (tries++ === 0) throw new Error('no network');
      return plugin('Molecule').tags ?? [];
    };
    registry.use({ name: 'later', later: [{ names: ['Molecule'], load }] });
    const [family] = registry.families;
    assert.ok(family);
    await assert.rejects(registry.fetchTags(family), /no network/);
    await registry.fetchTags(family);
    assert.equal(registry.tag('Molecule')?.tag, 'Molecule');
  });

  it('takes all of a plugin or nothing', () => {
    const registry = new PluginRegistry();
    const half = { ...plugin('Molecule'), shapes: [{ name: 'ring' }] } as unknown as Plugin;
    assert.throws(() => registry.use(half), /shape "ring"/);
    assert.equal(registry.tag('Molecule'), undefined);
  });
});

describe('checkPlugin', () => {
  it('takes our own tags, shapes and tools', () => {
    checkPlugin(builtInTags);
    checkPlugin({ name: 'geometry', shapes: [rectangleShape, spanShape], tools: [boxTool, transformTool('stage2d')] });
  });

  it('names what is wrong with one that no editor would take', () => {
    assert.throws(() => checkPlugin({ name: '' }), /needs a name/);
    assert.throws(() => checkPlugin(plugin('Molecule', { kind: 'widget' })), /tag "Molecule": its kind must be one of/);
    assert.throws(() => checkPlugin(plugin('Molecule', { kind: 'object', space: 'flow' })), /it has no "load"/);
    assert.throws(() => checkPlugin(plugin('Molecule', { aliases: ['molecule'] })), /"molecule": it is there twice/);
    assert.throws(
      () => checkPlugin({ name: 'x', tools: [{ ...boxTool, states: undefined }] } as never),
      /it has no states/,
    );
  });
});
