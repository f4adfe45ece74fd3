package makegood;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The drawn side of one model: where its nodes, ways and labels lie, in pixels. */
record Diagram(Map<FlowNode, Box> nodes, Map<SequenceFlow, Way> ways, Map<ModelElementInstance, Box> labels) {

    record Point(double x, double y) {}

    record Segment(Point from, Point to) {
        boolean crosses(Segment other) {
            return turn(from, to, other.from) * turn(from, to, other.to) < 0
                    && turn(other.from, other.to, from) * turn(other.from, other.to, to) < 0;
        }

        private static double turn(Point p, Point q, Point r) {
            return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        }
    }

    /** The bends of a sequence flow, from its source to its target. */
    record Way(List<Point> bends) {
        List<Segment> segments() {
            var segments = new ArrayList<Segment>();
            for (int i = 1; i < bends.size(); i++) segments.add(new Segment(bends.get(i - 1), bends.get(i)));
            return segments;
        }

        boolean runsThrough(Box box, double margin) {
            return segments().stream().anyMatch(segment -> box.isHit(segment, margin));
        }

        /** Its first and last segment may touch its own ends. */
        boolean runsThroughItsEnd(Box box) {
            var segments = segments();
            return segments.size() > 2
                    && segments.subList(1, segments.size() - 1).stream().anyMatch(segment -> box.isHit(segment, 6));
        }

        boolean runsBack() {
            return bends.get(bends.size() - 1).x < bends.get(0).x - 5;
        }

        long crossings(Way other) {
            return segments().stream()
                    .mapToLong(mine ->
                            other.segments().stream().filter(mine::crosses).count())
                    .sum();
        }
    }

    record Box(double x, double y, double width, double height) {
        boolean overlaps(Box other, double margin) {
            return x + margin < other.x + other.width
                    && other.x + margin < x + width
                    && y + margin < other.y + other.height
                    && other.y + margin < y + height;
        }

        boolean contains(Box other) {
            return x <= other.x
                    && y <= other.y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }

        boolean isHit(Segment segment, double margin) {
            for (int step = 0; step <= 200; step++) {
                double px = segment.from.x + (segment.to.x - segment.from.x) * step / 200;
                double py = segment.from.y + (segment.to.y - segment.from.y) * step / 200;
                if (x + margin < px && px < x + width - margin && y + margin < py && py < y + height - margin)
                    return true;
            }
            return false;
        }
    }

    static Diagram of(Models.Model model) {
        var diagram = new Diagram(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        for (var shape : model.all(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node) diagram.nodes.put(node, box(shape.getBounds()));
            diagram.label(shape.getBpmnElement(), shape.getBpmnLabel());
        }
        for (var edge : model.all(BpmnEdge.class)) {
            var bends = edge.getWaypoints().stream()
                    .map(bend -> new Point(bend.getX(), bend.getY()))
                    .toList();
            if (edge.getBpmnElement() instanceof SequenceFlow flow) diagram.ways.put(flow, new Way(bends));
            diagram.label(edge.getBpmnElement(), edge.getBpmnLabel());
        }
        return diagram;
    }

    /** An event may lie on the edge of the node it is attached to. */
    static boolean attached(FlowNode one, FlowNode other) {
        return one instanceof BoundaryEvent event && event.getAttachedTo().equals(other)
                || other instanceof BoundaryEvent host && host.getAttachedTo().equals(one);
    }

    private void label(ModelElementInstance element, BpmnLabel label) {
        if (label != null && label.getBounds() != null) labels.put(element, box(label.getBounds()));
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
