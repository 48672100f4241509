import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { drawnPictures } from '../../src/formats/fastlabel/export-drawn.js';
import { MemorySink } from '../../src/formats/files.js';
import { coloursOf, decodePng, loadPng } from '../../src/formats/masks/png.js';
import { readConfigFacts } from '../../src/formats/config-facts.js';
import { casesOf, filesBelow, golden, jsonAt, missing } from './picture-cases.js';

describe('pictures with annotations drawn look like those of the peer', { skip: missing }, () => {
  for (const name of casesOf('fl_image_with_annotations')) {
    it(name, async () => {
      const folder = 'fl_image_with_annotations';
      const sink = new MemorySink();
      const media = async (path: string) => new Uint8Array(readFileSync(join(golden, folder, name, 'images', path)));
      const writer = drawnPictures.begin({ config: readConfigFacts(''), sink, media, lose: () => {} }, {});
      for (const task of jsonAt(folder, name, 'input.json')) await writer.write({ ...task, name: task.name.replace(/\.jpg$/, '.png') });
      await writer.end();
      const png = await loadPng();
      for (const [path, bytes] of filesBelow(folder, name, 'expected_head')) {
        const [own, theirs] = [decodePng(png, sink.bytes(path) ?? new Uint8Array()), decodePng(png, bytes)];
        assert.ok(typeof own !== 'string' && typeof theirs !== 'string', `${path} is drawn`);
        assert.deepEqual([own.width, own.height], [theirs.width, theirs.height]);
        const [a, b] = [coloursOf(own), coloursOf(theirs)];
        let [differing, drawn] = [0, 0];
        for (let pixel = 0; pixel < own.width * own.height; pixel++) {
          const [p, q] = [a(pixel), b(pixel)];
          const apart = [16, 8, 0].reduce((sum, shift) => sum + Math.abs(((p >> shift) & 255) - ((q >> shift) & 255)), 0);
          if (apart > 60) differing++;
          if (q !== b(0)) drawn++;
        }
        // Edges are drawn half a pixel aside.
        assert.ok(differing < drawn * 0.35 + 20, `${differing} pixels of ${drawn} differ`);
      }
    });
  }
});
