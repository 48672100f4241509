import type { Scope } from '../../contract/view.js';
import { type Camera, matrixOf } from './camera.js';
import { createCanvasPainter } from './canvas-painter.js';
import type { Dirty, Painter, Settled } from './painter.js';
import { OFFSET, STRIDE } from './webgl-instances.js';
import { fragmentShader, vertexShader } from './webgl-shaders.js';
import { LayerStream } from './webgl-stream.js';

const MOST_HALOS = 20_000;

/**
 * Paints by WebGL 2: all that there is in one draw, in the order of the layers. A pan or zoom changes a matrix and uploads
 * nothing. Captions are text, and so left to a canvas on top.
 * @param onLost called when the context is gone; the painter is of no use from then on
 * @returns undefined where there is no WebGL 2
 */
export function createWebGLPainter(
  into: HTMLElement,
  settled: Settled,
  parent: Scope,
  onLost: () => void,
): Painter | undefined {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, premultipliedAlpha: true });
  if (!gl) return undefined;
  const scope = parent.child();
  // Browsers allow only some sixteen contexts, and free them late.
  scope.add(() => {
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    canvas.remove();
    canvas.width = 0;
    canvas.height = 0;
  });
  const scene = buildScene(gl);
  if (!scene) {
    scope.dispose();
    return undefined;
  }
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none', maxWidth: 'none' });
  into.append(canvas);
  const captions = createCanvasPainter(into, settled, scope, 'captions');
  scope.listen(canvas, 'webglcontextlost', onLost);
  let shown: Camera | undefined;
  return {
    show(camera: Camera, dirty: Dirty) {
      const { frame, ratio, picture, view } = camera;
      const isOther = picture.width !== shown?.picture.width || picture.height !== shown.picture.height;
      const isStill = !isOther && view === shown?.view && frame === shown.frame && ratio === shown.ratio;
      if (isStill && dirty.length === 0) return;
      shown = camera;
      if (isOther || dirty.length > 0) scene.fill(settled, picture);
      const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${width / ratio}px`;
        canvas.style.height = `${height / ratio}px`;
      }
      scene.paint(camera);
      captions?.show(camera, dirty);
    },
    dispose: () => scope.dispose(),
  };
}

function buildScene(gl: WebGL2RenderingContext) {
  const program = programOf(gl);
  if (!program) return undefined;
  const stream = new LayerStream();
  const buffer = gl.createBuffer();
  let capacity = 0;
  gl.bindVertexArray(gl.createVertexArray());
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  const attribute = (name: string, size: number, type: number, offset: number) => {
    const place = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, size, type, type === gl.UNSIGNED_BYTE, STRIDE, offset);
    gl.vertexAttribDivisor(place, 1);
  };
  attribute('aA', 2, gl.FLOAT, OFFSET.a);
  attribute('aB', 2, gl.FLOAT, OFFSET.b);
  attribute('aC', 2, gl.FLOAT, OFFSET.c);
  attribute('aColour', 4, gl.UNSIGNED_BYTE, OFFSET.colour);
  attribute('aStyle', 4, gl.UNSIGNED_BYTE, OFFSET.style);
  gl.useProgram(program);
  gl.enable(gl.BLEND);
  // Colours are multiplied by their alpha.
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  const [toDevice, screen, scale, pixels] = [
    uniform('uCamera'),
    uniform('uScreen'),
    uniform('uScale'),
    uniform('uRatio'),
  ];
  return {
    fill({ index, live }: Settled, picture: Camera['picture']) {
      const layers = live.size === 0 ? index.layers : index.layers.filter(({ id }) => !live.has(id));
      const visible = layers.at(-1)?.frame ? layers.filter(({ frame }) => !frame) : layers;
      const { from, to } = stream.update(visible, picture, visible.length <= MOST_HALOS);
      const { bytes } = stream;
      if (bytes.length > capacity) {
        capacity = bytes.length;
        gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.DYNAMIC_DRAW);
      } else if (to > from) {
        gl.bufferSubData(gl.ARRAY_BUFFER, from * STRIDE, bytes, from * STRIDE, (to - from) * STRIDE);
      }
    },
    paint({ view, picture, frame, ratio }: Camera) {
      const [a, b, c, d, e, f] = matrixOf(view, picture);
      gl.uniformMatrix3fv(
        toDevice,
        false,
        [a, b, 0, c, d, 0, e, f, 1 / ratio].map((value) => value * ratio),
      );
      gl.uniform2f(screen, frame.width * ratio, frame.height * ratio);
      gl.uniform1f(scale, view.zoom * ratio);
      gl.uniform1f(pixels, ratio);
      gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
      gl.clear(gl.COLOR_BUFFER_BIT);
      if (stream.count > 0) gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, stream.count);
    },
  };
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram | undefined {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : undefined;
}
