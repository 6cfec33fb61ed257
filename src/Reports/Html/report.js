"use strict";
// Lets a reader choose the threshold of a report on two classes. All figures follow from the counts in the page.
for (const root of document.querySelectorAll("[data-threshold]")) {
  const data = JSON.parse(root.querySelector("script").textContent);
  const slider = root.querySelector("input");
  const places = new Map([...root.querySelectorAll("[data-figure]")].map(place => [place.dataset.figure, place]));
  const status = root.querySelector("[data-status]");
  let announcing;

  // Marks of charts that go where the threshold is, each with the place that it was drawn at.
  const marks = [...root.closest("section").querySelectorAll("svg[data-one]")].flatMap(svg => {
    const pair = name => svg.getAttribute(name).split(" ").map(Number);
    const chart = svg.closest("[data-chart]").dataset.chart.replace(/-\d+$/, ""), origin = pair("data-origin"), one = pair("data-one");
    return [...svg.querySelectorAll("[data-moves]")].map(mark => {
      const box = mark.getBBox();
      return { mark, chart, origin, one, drawn: [box.x + box.width / 2, box.y + box.height / 2] };
    });
  });
  const move = shown => {
    for (const { mark, chart, origin, one, drawn } of marks) {
      const [across, up = 0] = shown[chart].map((value, axis) => origin[axis] + value * one[axis] - drawn[axis]);
      const isSomewhere = Number.isFinite(across + up);
      mark.setAttribute("visibility", isSomewhere ? "inherit" : "hidden");
      if (isSomewhere) mark.setAttribute("transform", `translate(${across.toFixed(2)} ${up.toFixed(2)})`);
    }
  };

  // Halves go to the even digit, as in .NET.
  const grouped = (value, decimals) => value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: "halfEven" });
  const show = value => {
    if (!Number.isFinite(value)) return "–";
    const size = Math.abs(value);
    if (Number.isInteger(value) && size < 1e7) return grouped(value, 0);
    if (size >= 1e7 || size < 1e-4) return value.toExponential(3).replace(/\.?0+e/, "e").replace("e", "E");
    return grouped(value, Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(size)))));
  };
  const count = value => show(Number.isInteger(value) ? value : Math.round(value * 10) / 10);
  const share = value => Number.isFinite(value) ? grouped(100 * value, 1) + "\u00a0%" : "–";

  const nearest = threshold => {
    let best = 0;
    data.thresholds.forEach((own, i) => {
      if (Math.abs(own - threshold) < Math.abs(data.thresholds[best] - threshold)) best = i;
    });
    return best;
  };

  const update = isAnnounced => {
    const i = Number(slider.value), tp = data.tp[i], fp = data.fp[i];
    const fn = data.positives - tp, tn = data.negatives - fp, total = data.positives + data.negatives;
    const texts = {
      threshold: show(data.thresholds[i]),
      tp: count(tp), fp: count(fp), fn: count(fn), tn: count(tn),
      precision: show(tp / (tp + fp)),
      recall: show(tp / data.positives),
      specificity: show(tn / data.negatives),
      f1: show(2 * tp / (2 * tp + fp + fn)),
      accuracy: show((tp + tn) / total),
      called: share((tp + fp) / total),
      cost: show((fp * data.costs[0] + fn * data.costs[1]) / total),
    };
    for (const [name, text] of Object.entries(texts)) places.get(name).textContent = text;
    const threshold = [data.thresholds[i]];
    move({ roc: [fp / data.negatives, tp / data.positives], "precision-recall": [tp / data.positives, tp / (tp + fp)], scores: threshold, threshold });
    slider.setAttribute("aria-valuetext", texts.threshold);
    if (!isAnnounced) return;
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      status.textContent = `Threshold ${texts.threshold}: precision ${texts.precision}, recall ${texts.recall}, F1 ${texts.f1}, accuracy ${texts.accuracy}.`;
    }, 400);
  };

  slider.addEventListener("input", () => update(true));
  for (const button of root.querySelectorAll("[data-jump]")) {
    button.addEventListener("click", () => {
      slider.value = nearest(Number(button.dataset.jump));
      update(true);
    });
  }
  if (data.thresholds.length > 1) {
    slider.value = nearest(data.start);
    root.querySelector(".controls").hidden = false;
    update(false);
  }
}
