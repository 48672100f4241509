import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dict } from '../../../src/model/json.js';
import { videoRectangleShape } from '../../../src/shapes/videorectangle/shape.js';
import { headless } from '../../support/headless.js';

const config = `<View>
  <Video name="video" value="$video"/>
  <VideoRectangle name="box" toName="video"/>
  <Labels name="kind" toName="video"><Label value="Car"/><Label value="Bus"/></Labels>
  <TimelineLabels name="event" toName="video"><Label value="Goal"/></TimelineLabels>
</View>`;
const track = {
  id: 'o1',
  from_name: 'box',
  to_name: 'video',
  type: 'videorectangle',
  origin: 'manual',
  value: {
    framesCount: 240,
    duration: 10,
    sequence: [
      { frame: 1, enabled: true, x: 10, y: 10, width: 20, height: 20, rotation: 0, time: 0.0417 },
      { frame: 25, enabled: false, x: 30, y: 12, width: 20, height: 20, rotation: 0, time: 1.0417 },
    ],
    labels: ['Car'],
  },
};
const open = (...result: Dict[]) => {
  const host = headless(config, { id: 1, data: { video: 'a.mp4' }, annotations: [{ id: 2, result }] });
  host.editor.facts.set('video', { width: 640, height: 360, duration: 10, frameRate: 24, frames: 240 });
  host.editor.facts.showFrame('video', 5);
  return host;
};
const results = ({ editor }: ReturnType<typeof headless>) => editor.toJson()?.result as unknown as (typeof track)[];

describe('results on a film', () => {
  it('hold the labels of a track in its own result, and go out as they came', () => {
    const host = open(track);
    assert.deepEqual(results(host), [track]);
    const { doc } = host.editor;
    assert.deepEqual(
      [...doc.values.values()].map(({ fromName, value }) => [fromName, value]),
      [['kind', ['Car']]],
    );
  });

  it('change in the label alone when that is changed', () => {
    const host = open(track);
    host.editor.select(['o1']);
    host.tag('kind').setValue(['Bus']);
    assert.deepEqual(results(host), [{ ...track, value: { ...track.value, labels: ['Bus'] } }]);
    host.editor.completion?.store.history.undo();
    assert.deepEqual(results(host), [track]);
  });

  it('get a label into the result of a track that came without', () => {
    const { labels: _, ...bare } = track.value;
    const host = open({ ...track, value: bare } as unknown as Dict);
    host.editor.select(['o1']);
    host.tag('kind').setValue(['Bus']);
    assert.deepEqual(results(host), [{ ...track, value: { ...bare, labels: ['Bus'] } }]);
  });

  it('are one for a new track with its labels', () => {
    const host = open();
    const { editor } = host;
    const geometry = videoRectangleShape.begin(
      { x: 1, y: 2, width: 3, height: 4, rotation: 0 },
      { facts: editor.facts.of('video'), frame: 5 },
    );
    editor.completion?.store.edit('Draw', (write) => {
      write.put('regions', { id: 'n', order: 0, toName: 'video', fromName: 'box', shape: 'videorectangle', geometry });
      write.put('values', { id: 'v', order: 0, fromName: 'kind', toName: 'video', regionId: 'n', value: ['Car'] });
    });
    assert.deepEqual(results(host), [
      {
        id: 'n',
        from_name: 'box',
        to_name: 'video',
        type: 'videorectangle',
        origin: 'manual',
        value: {
          framesCount: 240,
          duration: 10,
          sequence: [{ frame: 5, enabled: true, x: 1, y: 2, width: 3, height: 4, rotation: 0, time: 5 / 24 }],
          labels: ['Car'],
        },
      },
    ]);
  });

  it('hold ranges of frames', () => {
    const range = {
      id: 't',
      from_name: 'event',
      to_name: 'video',
      type: 'timelinelabels',
      value: { ranges: [{ start: 12, end: 48 }], timelinelabels: ['Goal'] },
    };
    assert.deepEqual(results(open(range)), [range]);
  });
});
