// The report page's behaviour: sort, filter, jump, the panel of a fact, CSV, keys. All that it shows is in the page already.
(function () {
  'use strict';
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  root.classList.add('scripted');
  const held = (id) => JSON.parse(byId(id).content.textContent);
  const data = held('data');
  const words = data.words;
  const filled = (text, ...values) => text.replace(/\{(\d?)\}/g, (_, at) => values[at || 0]);
  const made = (name, text, kind) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };

  // The facts: everything by number, from 1.
  const body = byId('rows');
  const rows = body ? Array.from(body.rows) : [];
  const marks = [];
  document.querySelectorAll('#text mark[data-f]').forEach((mark) => {
    mark.firstChild.tabIndex = -1;
    mark.dataset.f.split(' ').forEach((fact) => (marks[fact] = marks[fact] || []).push(mark));
  });
  rows.forEach((row) => row.querySelectorAll('a, input').forEach((part) => { part.tabIndex = -1; }));
  let order = rows.slice();
  let shown = rows.slice();
  let current = 0;
  const picked = new Set();
  const numberOf = (row) => Number(row.id.slice(1));
  const rowOf = (fact) => rows[fact - 1];

  // Rows of CSV: parsed when they are asked for.
  let csv = null;
  const csvRow = (fact) => (csv = csv || held('csv-rows')).rows[fact - 1];
  const cells = (line) => {
    const found = [];
    const cell = /(?:"((?:[^"]|"")*)"|([^,\n]*))(?:,|\n|$)/y;
    while (cell.lastIndex < line.length) {
      const match = cell.exec(line);
      if (!match) break;
      found.push(match[1] === undefined ? match[2] : match[1].replace(/""/g, '"'));
    }
    return found;
  };
  const fieldsOf = (fact) => {
    const values = cells(csvRow(fact));
    const fields = {};
    data.fields.forEach(([name], i) => { fields[name] = values[i] || ''; });
    return fields;
  };

  // What is far from the window has no layout yet, and browsers give places in it that the picture then contradicts:
  // before a jump all about its end is laid out, for good. Paragraphs or rows on each side:
  const around = 160;
  const chunks = Array.from(document.querySelectorAll('#text .chunk'));
  const chunkAt = new Map(chunks.map((chunk, at) => [chunk, at]));
  const layOut = (list, at, size) => {
    [-1, 1].forEach((by) => {
      let left = around;
      for (let i = at; i >= 0 && i < list.length && left > 0; i += by) {
        list[i].classList.add('near');
        left -= size(list[i]);
      }
    });
  };
  const layOutAbout = (element) => {
    const chunk = element.closest('.chunk, article');
    const row = element.closest('#rows tr');
    if (row) layOut(shown, shown.indexOf(row), () => 1);
    if (!chunk) return;
    layOut(chunks, chunkAt.get(chunk.matches('article') ? chunk.querySelector('.chunk') : chunk), (one) => one.childElementCount);
  };

  // Going to a place in one of the panes: sought until it stays where it is for some frames, unless the reader goes
  // elsewhere.
  const sought = new Map();
  const settle = (pane, element) => {
    sought.set(pane, element);
    const whole = pane === document.scrollingElement;
    let calm = 0;
    let frames = 0;
    const seek = () => {
      if (sought.get(pane) !== element) return;
      const top = whole ? 0 : pane.getBoundingClientRect().top;
      const off = element.getBoundingClientRect().top - top - pane.clientHeight / 3;
      const before = pane.scrollTop;
      if (Math.abs(off) > 1) pane.scrollTop += off;
      calm = pane.scrollTop === before ? calm + 1 : 0;
      if (calm < 4 && ++frames < 60) requestAnimationFrame(seek);
      else sought.delete(pane);
    };
    seek();
  };
  ['wheel', 'touchstart', 'pointerdown', 'keydown'].forEach((name) => {
    addEventListener(name, () => sought.clear(), { passive: true, capture: true });
  });
  const into = (pane, element) => {
    if (!element) return;
    layOutAbout(element);
    const own = getComputedStyle(pane).overflowY !== 'visible';
    const space = own ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    const place = element.getBoundingClientRect();
    const shown = place.top > space.top + 60 && place.bottom < space.bottom;
    if (pane.id === 'facts' && shown) return;
    settle(own ? pane : document.scrollingElement, element);
  };
  const reader = byId('reader');
  const showTab = (name) => {
    reader.dataset.tab = name;
    reader.querySelectorAll('.tabs button').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.tab === name));
    });
  };
  const toText = (fact, focus) => {
    showTab('text');
    const mark = (marks[fact] || [])[0] || byId('m' + fact);
    into(byId('text'), mark);
    if (focus && mark && mark.firstChild) mark.firstChild.focus({ preventScroll: true });
  };

  // The panel of one fact.
  const panel = byId('panel');
  const citation = (fact, fields) => {
    const name = data.documents[rowOf(fact).dataset.doc - 1];
    const item = fields.item ? filled(words.cite_item, fields.item) : '';
    const line = filled(words.cite_line, fields.line) + (fields.place ? ' (' + fields.place + ')' : '');
    return name + item + line + filled(words.cite_words, fields.mention.replace(/\s+/g, ' '));
  };
  const copyText = (text) => {
    const fallback = () => {
      const area = made('textarea', text);
      panel.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      return done ? Promise.resolve() : Promise.reject(new Error('copy'));
    };
    return navigator.clipboard ? navigator.clipboard.writeText(text).catch(fallback) : fallback();
  };
  const button = (text, act, kind) => {
    const one = made('button', text, kind);
    one.type = 'button';
    one.addEventListener('click', act);
    return one;
  };
  const sentenceOf = (fields) => {
    const quote = made('blockquote');
    quote.lang = 'zh-CN';
    const bare = (text) => text.replace(/\s+/g, '');
    const at = fields.sentence.indexOf(fields.mention) >= 0 ? fields.mention : bare(fields.mention);
    const place = fields.sentence.indexOf(at);
    if (place < 0 || !at) {
      quote.textContent = fields.sentence;
    } else {
      quote.append(fields.sentence.slice(0, place), made('mark', at), fields.sentence.slice(place + at.length));
    }
    return quote;
  };
  const fillPanel = (fact) => {
    const fields = fieldsOf(fact);
    const row = rowOf(fact);
    const head = made('header');
    const kind = row.dataset.kind;
    head.append(made('p', row.cells[5].textContent + ' · ' + row.cells[4].textContent, 'kicker k-' + kind));
    head.append(made('h3', row.querySelector('.what a').textContent));
    head.append(made('p', row.cells[2].textContent || row.cells[3].textContent, 'figure'));
    const told = made('span', '', 'told');
    told.setAttribute('role', 'status');
    const bar = made('p', undefined, 'bar');
    bar.append(
      button(words.copy, () => copyText(citation(fact, fields)).then(
        () => { told.textContent = words.copied; }, () => { told.textContent = words.not_copied; }), 'copy'),
      button(words.to_text, () => toText(fact, true)),
      button(words.previous, () => step(-1)), button(words.next, () => step(1)),
      button(words.close, close, 'close'), told);
    const list = made('dl');
    data.fields.forEach(([name, label, about]) => {
      if (!fields[name] || name === 'sentence') return;
      const term = made('dt', label);
      term.title = about;
      list.append(term, made('dd', data.names[fields[name]] && (name === 'kind' || name === 'role') ?
        data.names[fields[name]] + ' (' + fields[name] + ')' : fields[name], 'field-' + name));
    });
    const cite = made('p', citation(fact, fields), 'citation');
    panel.replaceChildren(head, bar, sentenceOf(fields), cite, list);
    panel.className = 'panel k-' + kind + ' r-' + row.dataset.role;
    panel.scrollTop = 0;
  };

  // The fact that is looked at.
  const highlight = (fact, on) => {
    const row = rowOf(fact);
    row.classList.toggle('on', on);
    on ? row.setAttribute('aria-current', 'true') : row.removeAttribute('aria-current');
    row.querySelectorAll('a, input').forEach((part) => { part.tabIndex = on ? 0 : -1; });
    (marks[fact] || []).forEach((mark) => {
      mark.classList.toggle('on', on);
      mark.firstChild.tabIndex = on ? 0 : -1;
    });
  };
  const select = (fact) => {
    if (!rowOf(fact)) return;
    if (current) highlight(current, false);
    current = fact;
    highlight(fact, true);
    fillPanel(fact);
    panel.hidden = false;
    try { history.replaceState(null, '', '#f' + fact); } catch (error) { /* some browsers forbid it for files */ }
  };
  const look = (fact, focusRow) => {
    select(fact);
    const row = rowOf(fact);
    if (row.hidden) return;
    into(byId('facts'), row);
    if (focusRow) row.querySelector('.what a').focus({ preventScroll: true });
  };
  const step = (by) => {
    if (!shown.length) return;
    const at = shown.indexOf(rowOf(current));
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    const fact = numberOf(shown[next]);
    const inText = byId('text').contains(document.activeElement);
    look(fact, !inText);
    if (reader.dataset.tab === 'text' || innerWidth > 1000) {
      into(byId('text'), (marks[fact] || [])[0]);
      if (inText && marks[fact]) marks[fact][0].firstChild.focus({ preventScroll: true });
    }
  };
  const close = () => {
    panel.hidden = true;
    if (current && !rowOf(current).hidden) rowOf(current).querySelector('.what a').focus({ preventScroll: true });
  };

  // Filters.
  const form = byId('filters');
  const searched = [];
  const textOf = (fact) => searched[fact] = searched[fact] ||
    (csvRow(fact) + rowOf(fact).textContent).toLowerCase();
  const wanted = (name) => Array.from(form.querySelectorAll('input[name=' + name + ']:checked'), (box) => box.value);
  const number = (id) => {
    const text = byId(id).value.replace(/[,，\s]/g, '').replace(/%$/, '');
    const match = /^(-?[\d.]+)([万亿]*)$/.exec(text);
    if (!match) return null;
    return Number(match[1]) * Math.pow(1e4, (match[2].match(/万/g) || []).length) *
      Math.pow(1e8, (match[2].match(/亿/g) || []).length);
  };
  const choices = () => {
    const [doc, first, end] = byId('section').value.split(':');
    return { kinds: wanted('kind'), roles: wanted('role'), doc, first: Number(first), end: Number(end),
      words: byId('words').value.toLowerCase().split(/\s+/).filter(Boolean), from: number('from'), to: number('to'),
      unit: byId('unit').value };
  };
  const fits = (row, want) => {
    const has = row.dataset;
    if (want.kinds.length && !want.kinds.includes(has.kind)) return false;
    if (want.roles.length && !want.roles.includes(has.role)) return false;
    if (want.doc && (has.doc !== want.doc || has.item < want.first || has.item >= want.end)) return false;
    if (want.unit && has.unit !== want.unit) return false;
    if (want.from !== null && !(has.value !== undefined && Number(has.value) >= want.from)) return false;
    if (want.to !== null && !(has.value !== undefined && Number(has.value) <= want.to)) return false;
    return want.words.every((word) => textOf(numberOf(row)).includes(word));
  };
  const tell = () => {
    const counted = shown.length === rows.length ? filled(words.shown_all, rows.length) :
      filled(words.shown, shown.length, rows.length);
    byId('status').textContent = picked.size ? counted + ' · ' + filled(words.picked, picked.size) : counted;
  };
  const filter = () => {
    if (!body) return tell();
    const want = choices();
    rows.forEach((row) => {
      const off = !fits(row, want);
      if (row.hidden === off) return;
      row.hidden = off;
      (marks[numberOf(row)] || []).forEach((mark) => {
        mark.classList.toggle('off', mark.dataset.f.split(' ').every((fact) => rowOf(fact).hidden));
      });
    });
    shown = order.filter((row) => !row.hidden);
    byId('nothing').hidden = shown.length > 0;
    byId('facts').scrollTop = 0;
    tell();
  };
  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 60);
  });
  form.addEventListener('reset', () => setTimeout(filter, 0));
  form.addEventListener('submit', (event) => event.preventDefault());

  // Order of the rows.
  const chinese = new Intl.Collator('zh-Hans-CN', { numeric: true });
  const keyOf = {
    what: (row) => row.querySelector('.what a').textContent,
    value: (row) => row.dataset.value === undefined ? null : Number(row.dataset.value),
    due: (row) => row.cells[3].textContent || null,
    kind: (row) => row.cells[4].textContent,
    role: (row) => row.cells[5].textContent,
    place: numberOf
  };
  const sort = (name, down) => {
    const keys = new Map(rows.map((row) => [row, keyOf[name](row)]));
    const compare = (a, b) => typeof a === 'number' ? a - b : chinese.compare(a, b);
    order = rows.slice().sort((one, other) => {
      const a = keys.get(one);
      const b = keys.get(other);
      if (a === null || b === null) return (a === null) - (b === null);
      return down ? compare(b, a) : compare(a, b);
    });
    body.append(...order);
    shown = order.filter((row) => !row.hidden);
  };
  document.querySelectorAll('#facts th button').forEach((head) => {
    head.addEventListener('click', () => {
      const cell = head.parentNode;
      const down = cell.getAttribute('aria-sort') === 'ascending';
      document.querySelectorAll('#facts th[aria-sort]').forEach((one) => one.setAttribute('aria-sort', 'none'));
      cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      sort(head.dataset.sort, down);
    });
  });

  // Picking facts, and the CSV of them.
  const pick = (row, on) => {
    row.querySelector('.pick input').checked = on;
    on ? picked.add(row) : picked.delete(row);
  };
  const download = (id, name) => {
    const all = held(id);
    const some = picked.size ? rows.filter((row) => picked.has(row)) : rows.filter((row) => !row.hidden);
    const text = all.head + some.map((row) => all.rows[numberOf(row) - 1]).join('');
    const link = made('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  byId('csv').addEventListener('click', () => download('csv-rows', words.file_name));
  byId('excel').addEventListener('click', () => download('excel-rows', words.file_name));
  if (byId('all')) {
    byId('all').addEventListener('change', (event) => {
      shown.forEach((row) => pick(row, event.target.checked));
      tell();
    });
  }

  // Clicks, one listener for each pane.
  if (body) {
    body.addEventListener('click', (event) => {
      const row = event.target.closest('tr');
      if (!row || (getSelection() && String(getSelection()))) return;
      if (event.target.matches('input')) {
        pick(row, event.target.checked);
        tell();
        return;
      }
      event.preventDefault();
      const narrow = innerWidth <= 1000;
      select(numberOf(row));
      if (!narrow || event.target.closest('a')) toText(numberOf(row), event.detail === 0);
    });
  }
  byId('text').addEventListener('click', (event) => {
    const mark = event.target.closest('mark[data-f]');
    if (!mark) return;
    event.preventDefault();
    // Of facts on the same words the next one, click by click.
    const facts = mark.dataset.f.split(' ').map(Number);
    look(facts[(facts.indexOf(current) + 1) % facts.length], event.detail === 0);
  });
  byId('outline').addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    showTab('text');
    into(byId('text'), document.querySelector(link.getAttribute('href')));
    byId('outline').querySelectorAll('a.on').forEach((one) => one.classList.remove('on'));
    link.classList.add('on');
  });
  reader.querySelector('.tabs').addEventListener('click', (event) => {
    if (event.target.dataset.tab) showTab(event.target.dataset.tab);
  });
  byId('theme').addEventListener('click', () => {
    const dark = root.classList.contains('dark') ||
      (!root.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
    root.classList.toggle('dark', !dark);
    root.classList.toggle('light', dark);
  });

  // Keys.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches('input:not([type=checkbox]), select, textarea');
    if (event.key === 'Escape') {
      if (typing) event.target.blur();
      else close();
      return;
    }
    if (typing) return;
    const inside = reader.contains(event.target) && event.target.id !== 'text' && event.target !== panel;
    const act = {
      j: () => step(1), k: () => step(-1), '/': () => { showTab('facts'); byId('words').focus(); },
      ArrowDown: inside && event.target.closest('#rows, mark') && (() => step(1)),
      ArrowUp: inside && event.target.closest('#rows, mark') && (() => step(-1)),
      x: () => { if (current) { pick(rowOf(current), !picked.has(rowOf(current))); tell(); } }
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  if (rows.length) rows[0].querySelector('.what a').tabIndex = 0;
  if (form) filter();
  // A link to a fact, from the charts, from the changes or from outside.
  const go = (hash) => {
    const asked = /^#[fm](\d+)$/.exec(hash);
    if (!asked || !rowOf(Number(asked[1]))) return false;
    reader.scrollIntoView();
    look(Number(asked[1]));
    toText(Number(asked[1]));
    return true;
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The way back leads to the link.
    const before = location.hash;
    const hash = link.getAttribute('href');
    try { if (/^#[fm]\d+$/.test(hash) && hash !== before) history.pushState(null, '', hash); } catch (error) { /* see above */ }
    if (go(hash)) event.preventDefault();
  });
  const follow = () => go(location.hash);
  addEventListener('hashchange', follow);
  follow();
})();
