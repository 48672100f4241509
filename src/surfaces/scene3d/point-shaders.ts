import { COLOURS, ROW } from './colour-ramps.js';
import { NEAR } from './solid.js';

/** What a point is coloured by, as the shader knows it. */
export const COLOUR_BY = { plain: 0, height: 1, intensity: 2, rgb: 3, label: 4 } as const;
/** What a box does to points outside of it: nothing, those far from it are not drawn, all of them are dimmed. */
export const BOX = { none: 0, clips: 1, dims: 2 } as const;

const DIMMED = 0.35;

const number = (value: number): string => value.toFixed(3);

export const pointVertexShader = `
precision highp float;
precision highp int;
in vec3 position;
/** Red, green, blue, intensity. */
in vec4 aLook;
in float aLabel;
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform float uSize;
uniform int uColourBy;
uniform vec3 uUp;
/** Heights that are drawn, and those that colours begin and end at. */
uniform vec2 uShown;
uniform vec2 uRamp;
uniform sampler2D uColours;
uniform int uBox;
uniform vec3 uBoxCentre;
uniform mat3 uBoxAxes;
uniform vec3 uBoxHalf;
flat out vec4 vColour;
bool isNumber(float value) { return (floatBitsToUint(value) & 0x7f800000u) != 0x7f800000u; }
vec3 colourAt(int row, float share) {
  return texelFetch(uColours, ivec2(clamp(share, 0.0, 1.0) * ${number(COLOURS - 1)} + 0.5, row), 0).rgb;
}
void main() {
  float height = dot(position, uUp);
  vec3 inBox = abs((position - uBoxCentre) * uBoxAxes);
  bool isShown = isNumber(position.x) && isNumber(position.y) && isNumber(position.z)
    && height >= uShown.x && height <= uShown.y
    && (uBox != ${BOX.clips} || all(lessThanEqual(inBox, uBoxHalf * ${number(1 + NEAR.share)} + ${number(NEAR.metres)})));
  if (!isShown) {
    // Outside of all that is seen.
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 1.0;
    vColour = vec4(0.0);
    return;
  }
  vec3 colour = texelFetch(uColours, ivec2(0, ${ROW.label}), 0).rgb;
  if (uColourBy == ${COLOUR_BY.height}) colour = colourAt(${ROW.height}, (height - uRamp.x) / (uRamp.y - uRamp.x));
  else if (uColourBy == ${COLOUR_BY.intensity}) colour = colourAt(${ROW.intensity}, aLook.a);
  else if (uColourBy == ${COLOUR_BY.rgb}) colour = aLook.rgb;
  else if (uColourBy == ${COLOUR_BY.label}) colour = texelFetch(uColours, ivec2(int(aLabel + 0.5), ${ROW.label}), 0).rgb;
  bool isDim = uBox == ${BOX.dims} && any(greaterThan(inBox, uBoxHalf));
  float alpha = isDim ? ${number(DIMMED)} : 1.0;
  vColour = vec4(colour * alpha, alpha);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  gl_PointSize = uSize;
}
`;

export const pointFragmentShader = `
precision highp float;
flat in vec4 vColour;
uniform float uSize;
out vec4 colour;
void main() {
  // Small ones are squares: a circle of two pixels is none.
  if (uSize >= 4.0 && length(gl_PointCoord - 0.5) > 0.5) discard;
  colour = vColour;
}
`;

/** Lays the points, which were drawn aside, under all else: their colours and how far away they are. */
export const layVertexShader = `
precision highp float;
in vec3 position;
void main() { gl_Position = vec4(position, 1.0); }
`;

export const layFragmentShader = `
precision highp float;
uniform sampler2D uPoints;
uniform highp sampler2D uDepths;
out vec4 colour;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  colour = texelFetch(uPoints, at, 0);
  gl_FragDepth = texelFetch(uDepths, at, 0).r;
}
`;
