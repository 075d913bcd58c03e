"use strict";
// A claim and its words light up together. Without this script the numbers still lead from one to the other and back.
for (const article of document.querySelectorAll("article")) {
  const words = new Map();
  for (const mark of article.querySelectorAll("mark")) {
    for (const number of mark.dataset.m.split(" ")) {
      if (!words.has(number)) words.set(number, []);
      words.get(number).push(mark);
    }
  }
  const light = (numbers, on) => {
    for (const number of numbers) {
      const claim = document.getElementById(`${article.id}-c${number}`);
      for (const part of [...(words.get(number) || []), ...(claim ? [claim] : [])]) part.classList.toggle("lit", on);
    }
  };
  const bind = (part, numbers) => {
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      part.addEventListener(event, () => light(numbers, on));
    }
  };
  for (const mark of article.querySelectorAll("mark")) bind(mark, mark.dataset.m.split(" "));
  for (const claim of article.querySelectorAll(".seen li")) bind(claim, [claim.dataset.m]);
}
