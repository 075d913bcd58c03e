// What is clicked stays readable under the picture; it is text, never markup.
network.on("click", function (event) {
  var item = event.nodes.length ? nodes.get(event.nodes[0]) : event.edges.length ? edges.get(event.edges[0]) : null;
  document.getElementById("chosen").textContent = item && item.full ? item.full : "";
});
// The whole picture, once the page has its size and whenever it gets another.
function whole() { network.redraw(); network.fit({ animation: false }); }
window.addEventListener("load", whole);
window.addEventListener("resize", whole);
