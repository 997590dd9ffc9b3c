// A maths editor beside the box, for whoever wants one. The box stays what counts: what is written in the editor stands
// there as LaTeX, and is read by the same reader. It is loaded only when somebody asks for it.
let loading;

function load(address) {
  loading ??= import(address).then(({ MathfieldElement }) => {
    MathfieldElement.fontsDirectory = new URL('fonts', new URL(address, location.href)).href;
    MathfieldElement.soundsDirectory = null;
  });
  return loading;
}

/** Offers the editor for a box; `written` is told of what was written there. */
export function offerEditor(box, written) {
  const { editor } = box.row.dataset;
  if (!editor) return;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'small editor', textContent: 'Maths editor' });
  button.setAttribute('aria-expanded', 'false');
  box.input.after(button);
  let field;
  button.addEventListener('click', async () => {
    try {
      await load(editor);
      field ??= made(box, written, button);
      field.hidden = !field.hidden;
      button.setAttribute('aria-expanded', String(!field.hidden));
      if (!field.hidden) open(field, box);
    } catch {
      loading = undefined;
      button.textContent = 'The maths editor could not be loaded; try again';
    }
  });
}

function made(box, written, button) {
  const field = document.createElement('math-field');
  field.hidden = true;
  field.setAttribute('aria-label', `${box.field}, in the maths editor`);
  field.mathVirtualKeyboardPolicy = 'manual';
  field.addEventListener('input', () => {
    box.input.value = field.value;
    written(box);
  });
  box.input.addEventListener('input', () => !field.hidden && fill(field, box));
  button.after(field);
  return field;
}

function open(field, box) {
  fill(field, box);
  field.focus();
}

/** Plain formulas are near enough to AsciiMath for a start; how it is read stands beside it in any case. */
function fill(field, box) {
  const text = box.input.value;
  field.setValue(text, { format: text.includes('\\') ? 'latex' : 'ascii-math', silenceNotifications: true });
}
