import 'pixi.js/unsafe-eval';
import {
  Buffer,
  BufferUsage,
  Container,
  earcut,
  Geometry,
  GlProgram,
  Mesh,
  Shader,
  UniformGroup,
  WebGLRenderer,
} from 'pixi.js';
import type { Layer } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Camera } from './camera.js';
import { matrixOf } from './camera.js';
import { createCanvasPainter } from './canvas-painter.js';
import type { Dirty, Painter, Settled } from './painter.js';
import { fillsOf, InstanceWriter, OFFSET, STRIDE } from './pixi-buffers.js';
import { fillFragment, fillVertex, outlineFragment, outlineVertex } from './pixi-shaders.js';

const MOST_HALOS = 20_000;

/**
 * Paints by WebGL: all boxes, ellipses and lines are one instanced draw, all fills of paths another. A pan or zoom changes
 * a matrix and uploads nothing. Captions are text, and so left to a canvas on top.
 * @param onLost called when the context is gone; the painter is of no use from then on
 * @throws where there is no WebGL 2
 */
export async function createPixiPainter(
  into: HTMLElement,
  settled: Settled,
  parent: Scope,
  onLost: () => void,
): Promise<Painter> {
  const canvas = document.createElement('canvas');
  const renderer = new WebGLRenderer();
  await renderer.init({
    canvas,
    width: 1,
    height: 1,
    backgroundAlpha: 0,
    antialias: false,
    // What we use is imported here; the rest (events, text, accessibility) is not needed.
    skipExtensionImports: true,
  });
  if (renderer.context.webGLVersion !== 2) {
    renderer.destroy();
    throw new Error('WebGL 2 is needed.');
  }
  // Its housekeeping would ask for every frame; all memory is given back by us.
  renderer.scheduler.destroy();
  const scope = parent.child();
  const scene = buildScene();
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none', maxWidth: 'none' });
  into.append(canvas);
  const captions = createCanvasPainter(into, settled, scope, 'captions');
  let ended = false;
  scope.listen(canvas, 'webglcontextlost', () => !ended && onLost());
  scope.add(() => {
    ended = true;
    scene.destroy();
    // Also loses the context: browsers allow only some sixteen, and free them late.
    renderer.destroy({ removeView: true });
    canvas.width = 0;
    canvas.height = 0;
  });
  let shown: Camera | undefined;
  return {
    show(camera: Camera, dirty: Dirty) {
      const { frame, ratio, picture, view } = camera;
      const isOther = picture.width !== shown?.picture.width || picture.height !== shown.picture.height;
      const isStill = !isOther && view === shown?.view && frame === shown.frame && ratio === shown.ratio;
      if (isStill && dirty.length === 0) return;
      shown = camera;
      if (isOther || dirty.length > 0) {
        scene.fill(
          settled.index.layers.filter(({ id }) => !settled.live.has(id)),
          picture,
        );
      }
      const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) {
        renderer.resize(width, height);
        canvas.style.width = `${width / ratio}px`;
        canvas.style.height = `${height / ratio}px`;
      }
      scene.look(camera);
      renderer.render(scene.root);
      captions?.show(camera, dirty);
    },
    dispose: () => scope.dispose(),
  };
}

function buildScene() {
  const camera = new UniformGroup({
    uCamera: { value: new Float32Array(9), type: 'mat3x3<f32>' },
    uScreen: { value: new Float32Array(2), type: 'vec2<f32>' },
    uScale: { value: 1, type: 'f32' },
    uRatio: { value: 1, type: 'f32' },
  });
  const shaderOf = (vertex: string, fragment: string) =>
    new Shader({ glProgram: new GlProgram({ vertex, fragment }), resources: { camera } });
  const instances = new Buffer({
    data: new Float32Array(STRIDE / 4),
    usage: BufferUsage.VERTEX | BufferUsage.COPY_DST,
  });
  const perInstance = (format: 'float32x4' | 'float32x2' | 'unorm8x4', offset: number) =>
    ({ buffer: instances, format, offset, stride: STRIDE, instance: true }) as const;
  const outlines = new Mesh({
    geometry: new Geometry({
      topology: 'triangle-strip',
      attributes: {
        aCorner: {
          buffer: new Buffer({ data: new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), usage: BufferUsage.VERTEX }),
          format: 'float32x2',
        },
        aBox: perInstance('float32x4', OFFSET.box),
        aTurn: perInstance('float32x2', OFFSET.turn),
        aStyle: perInstance('float32x4', OFFSET.style),
        aHalo: perInstance('float32x2', OFFSET.halo),
        aColour: perInstance('unorm8x4', OFFSET.colour),
      },
    }),
    shader: shaderOf(outlineVertex, outlineFragment),
  });
  const positions = new Buffer({ data: new Float32Array(2), usage: BufferUsage.VERTEX | BufferUsage.COPY_DST });
  const colours = new Buffer({ data: new Uint8Array(4), usage: BufferUsage.VERTEX | BufferUsage.COPY_DST });
  const indices = new Buffer({ data: new Uint32Array(3), usage: BufferUsage.INDEX | BufferUsage.COPY_DST });
  const fills = new Mesh({
    geometry: new Geometry({
      attributes: {
        aPosition: { buffer: positions, format: 'float32x2' },
        aColour: { buffer: colours, format: 'unorm8x4' },
      },
      indexBuffer: indices,
    }),
    shader: shaderOf(fillVertex, fillFragment),
  });
  const root = new Container();
  root.addChild(fills, outlines);
  return {
    root,
    fill(layers: readonly Layer[], picture: Camera['picture']) {
      const writer = new InstanceWriter(picture);
      for (const layer of layers) writer.add(layer, layers.length <= MOST_HALOS);
      const { data, count } = writer.done();
      instances.data = data;
      outlines.geometry.instanceCount = count;
      outlines.visible = count > 0;
      const filled = fillsOf(layers, picture, earcut);
      fills.visible = filled.indices.length > 0;
      if (!fills.visible) return;
      positions.data = filled.positions;
      colours.data = filled.colours;
      indices.data = filled.indices;
    },
    look({ view, picture, frame, ratio }: Camera) {
      const [a, b, c, d, e, f] = matrixOf(view, picture).map((value) => value * ratio) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      camera.uniforms.uCamera = new Float32Array([a, b, 0, c, d, 0, e, f, 1]);
      camera.uniforms.uScreen = new Float32Array([frame.width * ratio, frame.height * ratio]);
      camera.uniforms.uScale = view.zoom * ratio;
      camera.uniforms.uRatio = ratio;
      camera.update();
    },
    destroy() {
      for (const mesh of [outlines, fills]) {
        mesh.geometry.destroy(true);
        mesh.shader?.destroy(true);
      }
      root.destroy({ children: true });
    },
  };
}
