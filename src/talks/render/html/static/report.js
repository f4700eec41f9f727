'use strict';
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const day = 864e5;
  const epoch = 719163; // the day number of 1970-01-01

  // Pictures of time: a view from one day number to another, which buttons, keys, wheel and mouse change.
  const svg = (tag, values) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.entries(values).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  };
  const name = (number, style) => new Date((number - epoch) * day)
    .toLocaleDateString('en-GB', { timeZone: 'UTC', ...style });
  // How a page calls what stands at an id: the line that opens it.
  const summaryOf = (target) => target.parentElement.querySelector(':scope > summary') || target;
  const told = (id) => {
    const target = document.getElementById(id);
    return target ? summaryOf(target).textContent.replace(/\s+/g, ' ').trim() : '';
  };
  const year = { year: 'numeric' };
  const short = { day: 'numeric', month: 'short' };
  const long = { day: 'numeric', month: 'long', year: 'numeric' };

  function zoomable(figure, changed) {
    const field = figure.querySelector('.field');
    const bar = figure.querySelector('.zoom');
    const brush = field.querySelector('.brush');
    const whole = { from: +field.dataset.first, to: +field.dataset.last };
    let view = { ...whole };
    const marks = all('a[data-a]', field).map((mark) => ({
      mark, id: mark.getAttribute('href').slice(1), first: +mark.dataset.a, last: +mark.dataset.b, uses: all('use', mark), span: mark.querySelector('rect'),
    }));
    const at = (number) => `${(number - view.from) / (view.to - view.from) * 100}%`;

    function starts() {
      const months = (view.to - view.from) / 30.4;
      const room = Math.max(3, Math.floor(field.clientWidth / 66));
      const found = [];
      if (months < room / 2) {
        const step = [1, 2, 7, 14].find((days) => (view.to - view.from) / days <= room) || 14;
        for (let number = Math.ceil(view.from); number < view.to; number += step) {
          found.push([number, name(number, found.length ? short : { ...short, ...year })]);
        }
        return found;
      }
      const step = [1, 3, 6, 12, 24, 60].find((one) => months / one <= room) || 120;
      const from = new Date((view.from - epoch) * day);
      for (let month = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth()) / step) * step; ; month += step) {
        const number = Date.UTC(Math.floor(month / 12), month % 12, 1) / day + epoch;
        if (number >= view.to) return found;
        if (number >= view.from) found.push([number, name(number, month % 12 ? { month: 'short', ...(found.length ? {} : year) } : year)]);
      }
    }

    function ticks() {
      const bottom = field.querySelector('svg').getAttribute('height');
      field.querySelector('.ticks').replaceChildren(...starts().flatMap(([number, words]) => {
        const text = svg('text', { x: at(number), y: bottom - 5 });
        text.textContent = words;
        return [svg('line', { x1: at(number), x2: at(number), y1: 0, y2: bottom - 18 }), text];
      }));
    }

    function draw() {
      for (const { first, last, uses, span } of marks) {
        for (const use of uses) use.setAttribute('x', at((first + last) / 2));
        if (!span) continue;
        span.setAttribute('x', at(first));
        span.setAttribute('width', `${(last - first) / (view.to - view.from) * 100}%`);
      }
      const today = field.querySelector('.today');
      today.setAttribute('x1', at(+today.dataset.day));
      today.setAttribute('x2', at(+today.dataset.day));
      ticks();
      figure.querySelector('.span').textContent = `${name(Math.ceil(view.from), long)} – ${name(Math.floor(view.to) - 1, long)}`;
      changed(view.from > whole.from || view.to < whole.to ? view : null);
    }

    function look(from, to) {
      const length = Math.min(whole.to - whole.from, Math.max(7, to - from));
      const start = Math.min(Math.max(whole.from, from), whole.to - length);
      view = { from: start, to: start + length };
      draw();
    }

    const zoomAt = (part, factor) => {
      const middle = view.from + (view.to - view.from) * part;
      look(middle - (middle - view.from) * factor, middle + (view.to - middle) * factor);
    };
    const move = (part) => look(view.from + (view.to - view.from) * part, view.to + (view.to - view.from) * part);
    const middle = () => {
      const seen = marks.map(({ first, last }) => (first + last) / 2).filter((one) => view.from <= one && one <= view.to);
      return seen.length ? (seen.sort((one, two) => one - two)[seen.length >> 1] - view.from) / (view.to - view.from) : .5;
    };
    const acts = {
      in: () => zoomAt(middle(), .5),  // where most is: the middle of the span may be empty
      out: () => zoomAt(.5, 2),
      earlier: () => move(-1 / 3),
      later: () => move(1 / 3),
      year: () => look(+field.dataset.day - 365, whole.to),
      quarter: () => look(+field.dataset.day - 92, whole.to),
      all: () => look(whole.from, whole.to),
    };
    const keys = { ArrowLeft: 'earlier', ArrowRight: 'later', '+': 'in', '=': 'in', '-': 'out', 0: 'all', Home: 'all' };
    const left = (event) => Math.min(Math.max(0, event.clientX - field.getBoundingClientRect().left), field.clientWidth);
    let start = null;
    let dragged = false;

    bar.hidden = false;
    all('.js', figure).forEach((words) => { words.hidden = false; });
    all('[data-zoom]', bar).forEach((button) => button.addEventListener('click', () => acts[button.dataset.zoom]()));
    field.tabIndex = 0;
    field.setAttribute('role', 'group');
    field.setAttribute('aria-label', 'Picture of time: the arrows move it, plus and minus zoom it');
    field.addEventListener('keydown', (event) => {
      if (!(event.key in keys) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      acts[keys[event.key]]();
    });
    field.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomAt(left(event) / field.clientWidth, event.deltaY > 0 ? 1.25 : .8);
    }, { passive: false });
    field.addEventListener('pointerover', (event) => {
      const mark = event.target.closest('a[data-a]');
      if (!mark || mark.querySelector('title')) return;
      const title = svg('title', {});
      title.textContent = told(mark.getAttribute('href').slice(1));
      mark.prepend(title);
    });
    field.addEventListener('dragstart', (event) => event.preventDefault());
    field.addEventListener('pointerdown', (event) => {
      if (event.pointerType !== 'touch' && event.button === 0) start = left(event);
    });
    addEventListener('pointermove', (event) => {
      if (start === null) return;
      brush.hidden = Math.abs(left(event) - start) < 4;
      brush.style.left = `${Math.min(start, left(event))}px`;
      brush.style.width = `${Math.abs(left(event) - start)}px`;
    });
    addEventListener('pointerup', (event) => {
      if (start === null) return;
      const [one, two] = [start, left(event)].sort((a, b) => a - b);
      start = null;
      brush.hidden = true;
      dragged = two - one > 8;
      const days = (view.to - view.from) / field.clientWidth;
      if (dragged) look(view.from + one * days, view.from + two * days);
    });
    field.addEventListener('click', (event) => {
      if (dragged) { event.preventDefault(); event.stopPropagation(); }
      dragged = false;
    }, true);
    addEventListener('resize', ticks);
    draw();
    return { marks, byId: new Map(marks.map((mark) => [mark.id, mark])), whole: acts.all };
  }

  // The timeline: what is filtered out leaves the list and the picture; the list shows what the picture does.
  const form = $('controls');
  if (form) {
    const entries = all('#months .entry').map((item) => ({
      item,
      tokens: (item.dataset.f || '').split(' '),
      words: item.querySelector('summary, .row').textContent.toLowerCase(),
      id: item.querySelector('.body')?.id || item.querySelector('.row').hash.slice(1),
    }));
    const months = all('#months > .month');
    let view = null;
    let picture = null;
    const inView = (id) => {
      if (!view) return true;
      const found = picture.byId.get(id);
      return found && found.first < view.to && found.last > view.from;
    };
    const choose = () => {
      const wanted = all('select', form).map((select) => select.value).filter(Boolean);
      const words = $('words').value.trim().toLowerCase();
      const shown = new Set();
      for (const entry of entries) {
        const fits = inView(entry.id) && wanted.every((token) => entry.tokens.includes(token)) && entry.words.includes(words);
        entry.item.hidden = !fits;
        if (fits) shown.add(entry.id);
      }
      for (const month of months) month.hidden = !month.querySelector('.entry:not([hidden])');
      for (const { mark, id } of picture ? picture.marks : []) mark.toggleAttribute('hidden', !shown.has(id));
      $('count').textContent = `${shown.size.toLocaleString('en')} of ${entries.length.toLocaleString('en')} shown`;
    };
    form.hidden = false;
    form.addEventListener('input', choose);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(() => (picture ? picture.whole() : choose())));
    if ($('picture')) picture = zoomable($('picture'), (now) => { view = now; if (picture) choose(); });
    choose();
  }
  all('figure.strip:not(#picture)').forEach((figure) => zoomable(figure, () => {}));

  // Show the evidence beside the place where it is asked for.
  const peek = document.createElement('dialog');
  const make = (tag, words, attributes = {}) => {
    const node = document.createElement(tag);
    node.textContent = words;
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  };
  const reveal = (target) => {
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === 'DETAILS') node.open = true;
      if (node.hidden) node.hidden = false;
    }
  };
  const title = make('h2', '', { id: 'peek-title' });
  const close = make('button', 'Close', { type: 'button' });
  const content = document.createElement('div');
  const go = make('a', 'Show it in its place', {});
  const head = document.createElement('header');
  const foot = document.createElement('footer');
  head.append(title, close);
  foot.append(go);
  peek.append(head, content, foot);
  peek.setAttribute('aria-labelledby', 'peek-title');
  document.body.append(peek);
  close.addEventListener('click', () => peek.close());
  peek.addEventListener('click', (event) => { if (event.target === peek) peek.close(); });
  go.addEventListener('click', () => {
    peek.close();
    const target = document.getElementById(go.hash.slice(1));
    if (target) reveal(target);
  });

  function show(target) {
    const summary = summaryOf(target);
    title.textContent = (summary.querySelector('.line') || summary).textContent.trim();
    const copy = target.cloneNode(true);
    all('[id]', copy).forEach((node) => node.removeAttribute('id'));
    copy.removeAttribute('id');
    all('details', copy).forEach((details) => { details.open = true; });
    content.replaceChildren(copy);
    go.href = `#${target.id}`;
    if (!peek.open) peek.showModal();
    peek.scrollTop = 0;
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link || link === go || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = document.getElementById(link.getAttribute('href').slice(1));
    if (!target) return;
    if (target.classList.contains('body')) {
      event.preventDefault();
      show(target);
    } else if (peek.open) {
      peek.close();
    }
  });

  const arrive = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target) { reveal(target); target.scrollIntoView(); }
  };
  addEventListener('hashchange', arrive);
  arrive();

  // On paper everything is open.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    closed.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach((details) => { details.open = false; }));
})();
