import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dict } from '../../../src/model/json.js';
import { box, editing, resultsOf } from '../../support/editing.js';
import type { Headless } from '../../support/headless.js';

const config = `<View>
<RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus" alias="b"/></RectangleLabels>
<EllipseLabels name="oval" toName="img"><Label value="Car"/><Label value="Bus"/><Label value="Moon"/></EllipseLabels>
<Labels name="any" toName="img"><Label value="Moon"/></Labels>
<Choices name="kind" toName="img" perRegion="true"><Choice value="Old"/></Choices>
<Image name="img" value="$url"/></View>`;
const oval = (id: string | number, label: string, more: object = {}) => ({
  id,
  from_name: 'oval',
  to_name: 'img',
  type: 'ellipselabels',
  value: { x: 50, y: 50, radiusX: 10, radiusY: 20, rotation: 0, ellipselabels: [label] },
  ...more,
});

function converted(result: readonly object[], to: string, ...ids: string[]): Headless {
  const host = editing(config, result);
  host.editor.select(ids);
  assert.ok(host.editor.actions.run(`convert:${to}`));
  return host;
}
const valueIn = (result: Dict | undefined) => (result?.value ?? {}) as Dict;
const dismissed = (host: Headless) => {
  const message = host.editor.notices.current?.message;
  host.editor.notices.dismiss();
  return message;
};

describe('convert', () => {
  it('gives a region another shape and control, and keeps its id and what it does not know', () => {
    const given = [oval(7, 'Car', { mine: 1, original_width: 400 })];
    const host = converted(given, 'box', '7');
    const [result, ...others] = resultsOf(host);
    const value = result?.value as Record<string, number>;
    assert.deepEqual(others, []);
    assert.deepEqual([result?.id, result?.from_name, result?.type, result?.mine], [7, 'box', 'rectanglelabels', 1]);
    assert.deepEqual(Object.keys(value).sort(), ['height', 'rectanglelabels', 'rotation', 'width', 'x', 'y']);
    assert.ok(Math.abs((value.x ?? 0) - 40) < 0.2 && Math.abs((value.width ?? 0) - 20) < 0.4);
    assert.deepEqual(value.rectanglelabels, ['Car']);
    assert.equal(dismissed(host), undefined);
    host.editor.actions.run('undo');
    assert.deepEqual(resultsOf(host), given);
  });

  it('takes the word by which the other control offers the label', () => {
    const [result] = resultsOf(converted([oval('a', 'Bus')], 'box', 'a'));
    assert.deepEqual(valueIn(result).rectanglelabels, ['b']);
  });

  it('takes labels of no shape in particular, in an item beside it, where the other control does not offer one', () => {
    const results = resultsOf(converted([oval('a', 'Moon')], 'box', 'a'));
    assert.deepEqual(
      results.map(({ id, from_name, type }) => [id, from_name, type]),
      [
        ['a', 'box', 'rectanglelabels'],
        ['a', 'any', 'labels'],
      ],
    );
    const [first, second] = results.map(({ value }) => value as Record<string, unknown>);
    assert.equal(first?.rectanglelabels, undefined);
    assert.deepEqual(second?.labels, ['Moon']);
    assert.equal(second?.x, first?.x);
  });

  it('says so where nobody offers it', () => {
    const host = editing(config.replace('<Label value="Moon"/></Labels>', '<Label value="Sun"/></Labels>'), [
      oval('a', 'Moon'),
    ]);
    host.editor.select(['a']);
    host.editor.actions.run('convert:box');
    assert.match(dismissed(host) ?? '', /called Moon/);
    assert.equal(resultsOf(host).length, 1);
  });

  it('keeps answers, and has their items repeat the new geometry', () => {
    const kind = {
      id: 'a',
      from_name: 'kind',
      to_name: 'img',
      type: 'choices',
      value: { x: 50, y: 50, radiusX: 10, radiusY: 20, rotation: 0, choices: ['Old'] },
    };
    const [first, second] = resultsOf(converted([oval('a', 'Car'), kind], 'box', 'a'));
    const { rectanglelabels: _, ...place } = valueIn(first);
    assert.deepEqual(second?.value, { ...place, choices: ['Old'] });
  });

  it('converts all that are selected as one step, and leaves those of the shape already', () => {
    const given = [oval('a', 'Car'), oval('b', 'Car'), box('c', 0, 0)];
    const host = converted(given, 'box', 'a', 'b', 'c');
    assert.deepEqual(
      resultsOf(host).map(({ type }) => type),
      ['rectanglelabels', 'rectanglelabels', 'rectanglelabels'],
    );
    assert.deepEqual(resultsOf(host)[2], given[2]);
    host.editor.actions.run('undo');
    assert.deepEqual(resultsOf(host), given);
  });

  it('is offered only where it can be done', () => {
    const host = editing(config, [oval('a', 'Car'), box('c', 0, 0)]);
    const able = () =>
      host.editor.actions.all
        .filter(({ name, enabled }) => name.startsWith('convert:') && enabled?.())
        .map(({ name }) => name);
    assert.deepEqual(able(), []);
    host.editor.select(['a']);
    assert.deepEqual(able(), ['convert:box']);
    host.editor.selection.lock(['a'], true);
    assert.deepEqual(able(), []);
  });

  it('is offered once where a brush and a wand, without labels of their own, would make the same', () => {
    const painting = `<View><Ellipse name="oval" toName="img"/><Brush name="mask" toName="img"/>
      <MagicWand name="wand" toName="img"/><Image name="img" value="$url"/></View>`;
    const { ellipselabels: _, ...place } = oval('a', '').value;
    const host = editing(painting, [{ ...oval('a', ''), type: 'ellipse', value: place }]);
    host.editor.select(['a']);
    const names = host.editor.actions.all.flatMap(({ name }) => (name.startsWith('convert:') ? name : []));
    assert.deepEqual(names.sort(), ['convert:mask']);
  });
});

describe('operations', () => {
  const area = `<View><PolygonLabels name="area" toName="img"><Label value="Roof"/></PolygonLabels>
    <Image name="img" value="$url"/></View>`;
  const polygon = (id: string, closed: boolean) => ({
    id,
    from_name: 'area',
    to_name: 'img',
    type: 'polygonlabels',
    value: {
      points: [
        [10, 10],
        [60, 10],
        [60, 60],
      ],
      closed,
      polygonlabels: ['Roof'],
    },
  });

  it('are offered for one region only where there is something to be done', () => {
    const host = editing(area, [polygon('open', false), polygon('shut', true)]);
    const offers = () => host.editor.actions.get('operation:close')?.enabled?.();
    assert.equal(offers(), false);
    host.editor.select(['shut']);
    assert.equal(offers(), false);
    host.editor.select(['open']);
    assert.equal(offers(), true);
    host.editor.select(['open', 'shut']);
    assert.equal(offers(), true);
    assert.ok(host.editor.actions.run('operation:close'));
    host.editor.select(['open']);
    assert.equal(offers(), false);
  });
});
