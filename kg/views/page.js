// What is clicked stays readable under the picture; titles are text, never markup.
network.on("click", function (event) {
  var item = event.nodes.length ? nodes.get(event.nodes[0]) : event.edges.length ? edges.get(event.edges[0]) : null;
  document.getElementById("chosen").textContent = item && item.full ? item.full : "";
});
network.once("afterDrawing", function () { network.fit({ animation: false }); });
