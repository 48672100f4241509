import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asrFormat } from '../../../../src/formats/asr/asr.js';
import { wavDuration } from '../../../../src/formats/asr/wav.js';
import { readConfigFacts } from '../../../../src/formats/config-facts.js';
import { written } from '../written.js';

const config = `<View><Audio name="a" value="$audio"/><Labels name="who" toName="a"><Label value="A"/></Labels>
  <TextArea name="said" toName="a"/></View>`;

/** 16 bits, mono, silence. */
function wavOf(seconds: number, rate = 8000, told?: number, before = 0): Uint8Array<ArrayBuffer> {
  const data = Math.round(seconds * rate) * 2;
  const bytes = new Uint8Array(44 + before + data);
  const view = new DataView(bytes.buffer);
  const mark = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  mark(0, 'RIFF');
  mark(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  if (before > 0) {
    mark(36, 'LIST');
    view.setUint32(40, before - 9, true);
  }
  mark(36 + before, 'data');
  view.setUint32(40 + before, told ?? data, true);
  return bytes;
}

const said = (text: unknown, region: object = {}) => ({
  id: 'x',
  from_name: 'said',
  to_name: 'a',
  type: 'textarea',
  value: { text, ...region },
});
const task = (audio: unknown, ...result: object[]) => ({
  id: 1,
  data: { audio },
  annotations: [{ id: 2, completed_by: 4, result }],
});
const media = async (url: string) =>
  url.endsWith('.wav') ? wavOf(1.5) : url.endsWith('.mp3') ? new Uint8Array(3) : undefined;
const linesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('the duration of a WAV file', () => {
  it('is frames by rate', () => {
    assert.equal(wavDuration(wavOf(0.75)), 0.75);
    assert.equal(wavDuration(wavOf(2, 44_100, undefined, 20)), 2);
  });

  it('is that of the bytes which are there, where its header does not know', () => {
    assert.equal(wavDuration(wavOf(0.5, 8000, 0)), 0.5);
    assert.equal(wavDuration(wavOf(0.5, 8000, 0xffffffff)), 0.5);
  });

  it('is not known of anything else', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(50), wavOf(1).subarray(0, 20), wavOf(1, 0)]) {
      assert.equal(wavDuration(bytes), undefined);
    }
  });
});

describe('ASR_MANIFEST', () => {
  it('has a line for each transcript, and the sounds', async () => {
    const tasks = [task('http://x/y/a.wav', said(['hé', 'more'])), task('http://z/a.wav', said('b'))];
    const { sink, messages } = await written(asrFormat, config, tasks, {}, media);
    assert.deepEqual(linesOf(sink.text('manifest.json')), [
      { audio_filepath: 'audio/a.wav', duration: 1.5, text: 'hé', annotator: '4' },
      { audio_filepath: 'audio/a_2.wav', duration: 1.5, text: 'b', annotator: '4' },
    ]);
    assert.deepEqual(sink.bytes('audio/a_2.wav'), wavOf(1.5));
    assert.deepEqual(messages, ['Only the first text of a TextArea is in ASR_MANIFEST.']);
  });

  it('has transcripts of regions with their place in the sound; the peer takes them for all of it', async () => {
    const tasks = [task('a.wav', said(['x'], { start: 0.25, end: 0.75 }), said(['y'], { start: 1, end: 1.25 }))];
    const { sink } = await written(asrFormat, config, tasks, {}, media);
    assert.deepEqual(
      linesOf(sink.text('manifest.json')).map(({ offset, duration, text }) => [offset, duration, text]),
      [
        [0.25, 0.5, 'x'],
        [1, 0.25, 'y'],
      ],
    );
    const peer = await written(asrFormat, config, tasks, { compat: 'new' }, media);
    assert.deepEqual(
      linesOf(peer.sink.text('manifest.json')).map(({ offset, duration }) => [offset, duration]),
      [[undefined, 1.5]],
    );
  });

  it('asks for the durations of other sounds, and tells what it must leave out', async () => {
    const tasks = [task('a.mp3', said('x')), task('b.ogg', said('y')), task(5, said('z')), task('a.wav')];
    const { sink, messages } = await written(asrFormat, config, tasks, { durationOf: () => 12 }, media);
    assert.deepEqual(
      linesOf(sink.text('manifest.json')).map(({ duration }) => duration),
      [12],
    );
    assert.equal(messages.length, 3);
    const failing = await written(
      asrFormat,
      config,
      [task('a.mp3', said('x'))],
      { durationOf: () => Promise.reject(new Error('no')) },
      media,
    );
    assert.equal(failing.messages.length, 1);
    const unknown = await written(asrFormat, config, [task('a.mp3', said('x'))], {}, media);
    assert.equal(unknown.sink.text('manifest.json'), '');
  });

  it('names files so that they stay in their folder', async () => {
    const { sink } = await written(
      asrFormat,
      config,
      [task('http://x/%2e%2e/..%2f..?a.wav', said('x'))],
      {},
      async () => wavOf(1),
    );
    assert.deepEqual(
      sink.paths.filter((path) => path.startsWith('audio/')),
      ['audio/sound'],
    );
  });

  it('refuses configs without sounds or transcripts', () => {
    assert.equal(asrFormat.refusal(readConfigFacts(config)), undefined);
    assert.match(asrFormat.refusal(readConfigFacts('<View><Text name="i" value="$i"/></View>')) ?? '', /sounds/);
    assert.match(asrFormat.refusal(readConfigFacts('<View><Audio name="i" value="$i"/></View>')) ?? '', /TextArea/);
  });
});
