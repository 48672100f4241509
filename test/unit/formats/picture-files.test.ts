import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joinUrl } from '../../../src/formats/label-studio/join-url.js';
import { bodiesOf } from '../../../src/formats/pictures/bodies.js';
import { Classes } from '../../../src/formats/pictures/classes.js';
import { extensionOf, FileNames, pathIn, stemOf } from '../../../src/formats/pictures/file-names.js';
import { imageSize } from '../../../src/formats/pictures/image-size.js';
import { xmlOf } from '../../../src/formats/pictures/xml.js';

describe('names of files', () => {
  const nameOf = (names: FileNames, url: string, taskId = 7) => names.of({ url, taskId, objects: [] }).name;

  it('are the last part of the path in a url', () => {
    assert.equal(pathIn('https://h.example/a/b%20c.jpg?x=1#y'), '/a/b c.jpg');
    assert.equal(pathIn('/data/local-files/?d=dir/a%2Bb.png'), 'dir/a+b.png');
    assert.equal(pathIn('s3://bucket/a.png'), '/a.png');
    assert.equal(pathIn('C:\\pictures\\a.png'), 'C:/pictures/a.png');
    assert.equal(pathIn('/a/%zz.png'), '/a/%zz.png');
    assert.equal(nameOf(new FileNames(), 'http://h.example/s/name with space.v2.jpeg'), 'name with space.v2.jpeg');
    assert.deepEqual([stemOf('a.b/c.d.e'), extensionOf('a.b/c.d.e'), stemOf('.hidden')], ['a.b/c.d', '.e', '.hidden']);
  });

  it('are never the same, nor lead out of their folder', () => {
    const names = new FileNames();
    assert.equal(nameOf(names, 'http://a/x.jpg'), 'x.jpg');
    assert.equal(nameOf(names, 'http://b/X.png'), 'X-7.png');
    assert.equal(nameOf(names, 'http://b/x.jpg'), 'x-7-2.jpg');
    assert.equal(nameOf(names, 'http://b/..'), 'picture');
    assert.equal(nameOf(names, 'http://b/%2e%2e%2f%2e%2e%2fpasswd'), 'passwd');
    assert.equal(nameOf(names, 'http://b/a%00b.png'), 'a_b.png');
    assert.ok(nameOf(names, `http://b/${'日'.repeat(500)}.png`).length < 85);
    assert.equal(nameOf(names, 'data:image/png;base64,AAAA'), 'picture-7');
  });
});

describe('urls of files below a root', () => {
  it('are encoded, but for what is whole already', () => {
    assert.equal(joinUrl('/data/local-files/?d=', 'dir/a b+c.jpg'), '/data/local-files/?d=dir/a%20b%2Bc.jpg');
    assert.equal(joinUrl('/data/local-files/?d=images', 'a.jpg'), '/data/local-files/?d=images/a.jpg');
    assert.equal(
      joinUrl('http://h/data/local-files?x=1&d=a%20b/', '\\c.jpg'),
      'http://h/data/local-files?x=1&d=a%20b/c.jpg',
    );
    assert.equal(
      joinUrl('https://h.example/imgs/?token=1#f', 'k (1).jpg'),
      'https://h.example/imgs/k%20%281%29.jpg?token=1#f',
    );
    assert.equal(joinUrl('https://h.example', 'k.jpg'), 'https://h.example/k.jpg');
    assert.equal(joinUrl('', 'a b.jpg'), 'a b.jpg');
    assert.equal(joinUrl('/root', 'http://other/a.jpg'), 'http://other/a.jpg');
    assert.equal(joinUrl('/root/', '\ud800.jpg'), '/root/%EF%BF%BD.jpg');
  });
});

describe('sizes of pictures', () => {
  const bytes = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
  it('stand in front of their files', () => {
    const png = '89504e470d0a1a0a0000000d49484452000002800000 01e0'.replace(' ', '');
    assert.deepEqual(imageSize(bytes(png)), { width: 640, height: 480 });
    assert.deepEqual(imageSize(bytes('474946383961050004000000')), { width: 5, height: 4 });
    // A segment that is passed over, then the frame.
    assert.deepEqual(imageSize(bytes('ffd8ffe000044a46ffc00011080004000503')), { width: 5, height: 4 });
    assert.deepEqual(imageSize(bytes(`52494646000000005745425056503858${'00'.repeat(8)}040000030000`)), {
      width: 5,
      height: 4,
    });
    assert.deepEqual(imageSize(bytes(`424d${'00'.repeat(16)}05000000fcffffff`)), { width: 5, height: 4 });
    assert.equal(imageSize(bytes('00')), undefined);
    assert.equal(imageSize(bytes('ffd8ffe0ffff')), undefined);
  });
});

describe('classes', () => {
  it('that are not known get the smallest number that is free', () => {
    const classes = new Classes([
      { id: 7, name: 'zebra' },
      { id: 0, name: 'ant' },
    ]);
    assert.deepEqual([classes.of('ant')?.id, classes.of('new')?.id, classes.of('__proto__')?.id], [0, 1, 2]);
    assert.equal(new Classes([], { open: false }).of('x'), undefined);
    assert.equal(new Classes([], { first: 1 }).of('x')?.id, 1);
  });
});

describe('bodies', () => {
  it('have the keypoints that are nested in them; others come together', () => {
    const at = (name: string, parentId?: string) => ({
      labels: [name],
      shape: { kind: 'keypoint', at: [1, 2], visible: true } as const,
      ...(parentId !== undefined && { parentId }),
    });
    const box = { kind: 'box', x: 0, y: 0, width: 1, height: 1, rotation: 0, pivot: 'corner' } as const;
    const objects = [
      at('nose', 'b'),
      { id: 'b', labels: ['person'], shape: box },
      at('nose'),
      at('eye'),
      at('nose', 'gone'),
    ];
    const bodies = bodiesOf({ url: '', objects });
    assert.deepEqual(
      bodies.map(({ hasShape, points }) => [hasShape, points.map(({ name }) => name)]),
      [
        [true, ['nose']],
        [false, ['nose', 'eye']],
        [false, ['nose']],
      ],
    );
  });
});

describe('XML', () => {
  it('escapes what it must, and has no place for the rest', () => {
    assert.equal(
      xmlOf(['a', 'x < y & "z" \u0001 \ud800 😀']),
      '<a>x &lt; y &amp; &quot;z&quot; \ufffd \ufffd 😀</a>\n',
    );
    assert.equal(xmlOf(['a', [['b', 1]]], '', ' '), '<a>\n <b>1</b>\n</a>\n');
  });
});
