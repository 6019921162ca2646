// Pages work without this. With it, sections and score sheets are saved as they are typed, files show how much of them is sent, and pages can be printed by a button.
const wait = 900;

const say = (field, text, isBad) => {
  const place = document.querySelector(`[data-said="${CSS.escape(field.dataset.save)}"]`);
  place.textContent = text;
  place.classList.toggle('bad', Boolean(isBad));
};

const hidden = (form, name) => form.elements.namedItem(name);

async function send(form, field) {
  const token = form.querySelector('input[type=hidden]');
  const revision = hidden(form, `revision.${field.dataset.save}`);
  const text = field.value;
  const body = new URLSearchParams({ [token.name]: token.value, _method: 'PUT', _key: crypto.randomUUID?.() ?? String(Math.random()).slice(2), text, revision: revision.value });
  let answer;
  try {
    answer = await fetch(form.dataset.saves + encodeURIComponent(field.dataset.save), { method: 'POST', headers: { Accept: 'application/json' }, body, keepalive: text.length < 30000, redirect: 'manual' });
  } catch {
    say(field, 'Not saved: the service cannot be reached. Your text stays here; it is tried again when you type on.', true);
    return;
  }
  if (answer.ok) {
    revision.value = String(Number(revision.value) + 1);
    field.dataset.saved = text;
    say(field, 'Saved');
    return;
  }
  if (answer.type === 'opaqueredirect') {
    say(field, 'Not saved: sign in again in another window, then press Save here. Your text stays here.', true);
    return;
  }
  const problem = await answer.json().catch(() => ({}));
  if (problem.code === 'SectionWasChangedMeanwhile') {
    field.dataset.stopped = 'yes';
    say(field, 'Not saved: somebody else changed this meanwhile. Your text stays here. Press Save to see both.', true);
  } else {
    say(field, `Not saved: ${problem.detail ?? 'this was not taken.'}`, true);
  }
}

// One save of a field after the other; what was typed meanwhile goes next.
async function save(form, field) {
  if (field.dataset.stopped || field.value === field.dataset.saved) return;
  if (field.dataset.busy) {
    field.dataset.again = 'yes';
    return;
  }
  field.dataset.busy = 'yes';
  await send(form, field);
  delete field.dataset.busy;
  if (field.dataset.again) {
    delete field.dataset.again;
    await save(form, field);
  }
}

for (const form of document.querySelectorAll('form[data-saves]')) {
  for (const field of form.querySelectorAll('[data-save]')) {
    field.dataset.saved = form.querySelector(`#t-${CSS.escape(field.dataset.save)}-refused`) ? '\u0000' : field.value;
    if (field.dataset.saved === '\u0000') field.dataset.stopped = 'yes';
    let timer;
    field.addEventListener('input', () => {
      clearTimeout(timer);
      if (!field.dataset.stopped) say(field, '');
      timer = setTimeout(() => save(form, field), wait);
    });
    field.addEventListener('change', () => { clearTimeout(timer); save(form, field); });
  }
}

// A form whose command has a draft is saved as a whole, for whoever writes it alone.
async function keep(form) {
  const said = form.querySelector('[data-said-draft]');
  const stamp = form.dataset.unkept;
  const body = new URLSearchParams(new FormData(form));
  body.set('_method', 'PUT');
  const tell = (text, isBad) => { said.textContent = text; said.classList.toggle('bad', Boolean(isBad)); };
  let answer;
  try {
    answer = await fetch(form.dataset.drafts, { method: 'POST', headers: { Accept: 'application/json' }, body, keepalive: String(body).length < 30000, redirect: 'manual' });
  } catch {
    tell('Not saved: the service cannot be reached. Your text stays here; it is tried again when you type on.', true);
    return;
  }
  if (answer.ok) {
    tell('Saved. Only you see it until you hand it in.');
    if (form.dataset.unkept === stamp) delete form.dataset.unkept;
  } else if (answer.type === 'opaqueredirect') {
    tell('Not saved: sign in again in another window, then go on here. Your text stays here.', true);
  } else {
    tell(`Not saved: ${(await answer.json().catch(() => ({}))).detail ?? 'this was not taken.'}`, true);
  }
}

for (const form of document.querySelectorAll('form[data-drafts]')) {
  let timer;
  let last = Promise.resolve();
  const soon = () => { last = last.then(() => keep(form)); };
  form.addEventListener('input', () => {
    form.dataset.unkept = String(performance.now());
    clearTimeout(timer);
    timer = setTimeout(soon, wait);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

for (const form of document.querySelectorAll('form[data-upload]')) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    const bar = form.querySelector('progress');
    const words = form.querySelector('[data-progress]');
    const sending = new XMLHttpRequest();
    bar.hidden = false;
    words.classList.remove('bad');
    sending.upload.addEventListener('progress', sent => {
      if (!sent.lengthComputable) return;
      bar.value = Math.round(100 * sent.loaded / sent.total);
      words.textContent = bar.value < 100 ? '' : 'Sent; it is being checked.';
    });
    const fail = text => { bar.hidden = true; words.classList.add('bad'); words.textContent = text; };
    sending.addEventListener('error', () => fail('Not sent: the service cannot be reached.'));
    sending.addEventListener('load', () => {
      if (sending.status === 204) {
        location.assign(`${location.pathname}?done=saved`);
        return;
      }
      let detail = 'This was not taken.';
      try { detail = JSON.parse(sending.responseText).detail ?? detail; } catch { /* An answer that is no document says what its status says. */ }
      fail(detail);
    });
    sending.open('POST', form.action);
    sending.setRequestHeader('Accept', 'application/json');
    sending.send(new FormData(form));
  });
}

// What was written into a form and neither sent nor saved is not lost by a wrong click.
let unsent = false;
document.addEventListener('input', event => { if (event.target.tagName === 'TEXTAREA' && !event.target.dataset.save && !event.target.form?.dataset.drafts) unsent = true; });
document.addEventListener('submit', event => { unsent = false; delete event.target.dataset.unkept; });
addEventListener('beforeunload', event => { if (unsent || document.querySelector('form[data-drafts][data-unkept]')) event.preventDefault(); });

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// What is to be read on paper is unfolded for it.
const unfold = isOpen => { for (const part of document.querySelectorAll('details.on-paper')) part.open = isOpen || part.dataset.open === 'yes'; };
addEventListener('beforeprint', () => { for (const part of document.querySelectorAll('details.on-paper[open]')) part.dataset.open = 'yes'; unfold(true); });
addEventListener('afterprint', () => unfold(false));

// A part of a page that goes on by itself until what it tells of is over, or nobody looks at it any longer.
const pause = 4000;
const longest = 20 * 60 * 1000;

async function live(part, since) {
  if (!part.querySelector('[data-goes-on]') || Date.now() - since > longest) return;
  await new Promise(next => setTimeout(next, pause));
  if (!document.hidden) {
    try {
      const answer = await fetch(part.dataset.live, { headers: { 'Centra-Live': '1' }, redirect: 'manual' });
      if (!answer.ok) return;
      part.innerHTML = await answer.text();
    } catch { /* The service is not reached now; the link stays. */ }
  }
  await live(part, since);
}

for (const part of document.querySelectorAll('[data-live]')) live(part, Date.now());
